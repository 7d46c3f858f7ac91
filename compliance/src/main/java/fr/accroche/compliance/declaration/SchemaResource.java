package fr.accroche.compliance.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A JSON Schema that comes with accroche.
 *
 * @param file its name, beside this class
 */
record SchemaResource(String file) {

    /** The schema itself, in UTF-8. */
    byte[] json() {
        try (InputStream in = Objects.requireNonNull(SchemaResource.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON is YAML. */
    Yaml yaml() {
        try {
            return YamlParser.parse(file, json());
        } catch (DeclarationException e) {
            throw new IllegalStateException(e);
        }
    }
}
