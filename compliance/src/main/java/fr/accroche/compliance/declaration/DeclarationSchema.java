package fr.accroche.compliance.declaration;

/** The JSON Schema of {@code accroche.yaml}: what an editor completes with, and what the reader judges with. */
public final class DeclarationSchema {

    static final String FILE = "accroche.schema.json";

    private static final SchemaResource RESOURCE = new SchemaResource(FILE);

    /** Read once: it is the same for every declaration. */
    static final Shape SHAPE = SchemaReader.read(RESOURCE.yaml());

    private DeclarationSchema() {}

    /** The schema itself, in UTF-8. */
    public static byte[] json() {
        return RESOURCE.json();
    }

    static Yaml yaml() {
        return RESOURCE.yaml();
    }
}
