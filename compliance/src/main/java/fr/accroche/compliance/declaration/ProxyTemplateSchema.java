package fr.accroche.compliance.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The JSON Schema of a proxy's template. */
public final class ProxyTemplateSchema {

    private static final String FILE = "proxy-template.schema.json";

    static final Shape SHAPE = SchemaReader.read(yaml());

    private ProxyTemplateSchema() {}

    /** The schema itself, in UTF-8. */
    public static byte[] json() {
        try (InputStream in = Objects.requireNonNull(ProxyTemplateSchema.class.getResourceAsStream(FILE), FILE)) {
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
