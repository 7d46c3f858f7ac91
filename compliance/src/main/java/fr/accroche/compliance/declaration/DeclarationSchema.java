package fr.accroche.compliance.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The JSON Schema of {@code accroche.yaml}: what an editor completes with, and what the reader judges with. */
public final class DeclarationSchema {

    static final String FILE = "accroche.schema.json";

    /** Read once: it is the same for every declaration. */
    static final Shape SHAPE = SchemaReader.read(yaml());

    private DeclarationSchema() {}

    /** The schema itself, in UTF-8. */
    public static byte[] json() {
        try (InputStream in = Objects.requireNonNull(DeclarationSchema.class.getResourceAsStream(FILE), FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON is YAML. */
    static Yaml yaml() {
        try {
            return YamlParser.parse(FILE, json());
        } catch (DeclarationException e) {
            throw new IllegalStateException(e);
        }
    }
}
