package fr.accroche.wire;

import java.util.Objects;

/**
 * What the two ends of a connection agreed on in their handshake.
 *
 * @param protocol the version, for example {@code TLSv1.3}; empty if it did not come to it
 * @param suite the cipher suite, for example {@code TLS_AES_128_GCM_SHA256}; empty if it did not come to it
 */
public record Negotiated(String protocol, String suite) {

    /** The client offered no version that the server accepts; it did not come to the suites. */
    public static final Negotiated NO_VERSION = new Negotiated("none", "");

    /** The client offered no suite that the server accepts. */
    public static final Negotiated NO_SUITE = new Negotiated("", "none");

    public Negotiated {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(suite, "suite");
    }

    /** Whether the two ends have nothing in common. */
    public boolean failed() {
        return this.equals(NO_VERSION) || this.equals(NO_SUITE);
    }
}
