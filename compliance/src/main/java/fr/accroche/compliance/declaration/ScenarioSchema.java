package fr.accroche.compliance.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The JSON Schema of scenario files; of settings and participants it says what that of declarations does. */
public final class ScenarioSchema {

    private static final String FILE = "scenario.schema.json";

    static final Shape SHAPE = SchemaReader.read(yaml(), DeclarationSchema.FILE, DeclarationSchema.yaml());

    private ScenarioSchema() {}

    /** The schema itself, in UTF-8. */
    public static byte[] json() {
        try (InputStream in = Objects.requireNonNull(ScenarioSchema.class.getResourceAsStream(FILE), FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Yaml yaml() {
        try {
            return YamlParser.parse(FILE, json());
        } catch (DeclarationException e) {
            throw new IllegalStateException(e);
        }
    }
}
