package fr.accroche.compliance.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The declarations that come with accroche: sound, fictive, and dated relative to today so that they do not rot. */
public enum ShippedDeclaration {
    /** Webinar, "Architecture Proxy Intégré", in its two operator cases: the editor, and a health structure. */
    PROXY_INTEGRE("proxy-integre.yaml");

    private final String file;

    ShippedDeclaration(String file) {
        this.file = file;
    }

    /** Its YAML, in UTF-8. */
    public byte[] yaml() {
        try (InputStream in = Objects.requireNonNull(ShippedDeclaration.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
