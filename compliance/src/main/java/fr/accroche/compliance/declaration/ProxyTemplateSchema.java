package fr.accroche.compliance.declaration;

/** The JSON Schema of a proxy's template. */
public final class ProxyTemplateSchema {

    private static final SchemaResource RESOURCE = new SchemaResource("proxy-template.schema.json");

    static final Shape SHAPE = SchemaReader.read(RESOURCE.yaml());

    private ProxyTemplateSchema() {}

    /** The schema itself, in UTF-8. */
    public static byte[] json() {
        return RESOURCE.json();
    }
}
