package fr.accroche.compliance.declaration;

/** The JSON Schema of scenario files; of settings and participants it says what that of declarations does. */
public final class ScenarioSchema {

    private static final SchemaResource RESOURCE = new SchemaResource("scenario.schema.json");

    static final Shape SHAPE = SchemaReader.read(RESOURCE.yaml(), DeclarationSchema.FILE, DeclarationSchema.yaml());

    private ScenarioSchema() {}

    /** The schema itself, in UTF-8. */
    public static byte[] json() {
        return RESOURCE.json();
    }
}
