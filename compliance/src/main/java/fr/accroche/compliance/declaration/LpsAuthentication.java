package fr.accroche.compliance.declaration;

import java.util.Objects;
import java.util.Optional;

/**
 * How the LPS of a client_id proves itself to its proxy. A proxy that several LPS share must tell them apart: where it
 * believes the client_id that it is told, each can act as any other.
 */
public sealed interface LpsAuthentication {

    /** What the CN of an LPS's own certificate has after its client_id, where accroche issues it. */
    String LPS_NAME = "-lps";

    /** The longest client_id with which that makes a CN (64 characters, X.520). */
    int LONGEST_CLIENT_ID = 60;

    /** It proves nothing, as with the ANS demonstrator: whoever names the client_id, or has the cookie, is believed. */
    record None() implements LpsAuthentication {}

    /**
     * By HTTP Basic (RFC 7617): its client_id and this secret.
     *
     * @param secret shared with the proxy, and not the one shared with PSC
     */
    record Secret(ClientSecret secret) implements LpsAuthentication {
        public Secret {
            Objects.requireNonNull(secret, "secret");
        }
    }

    /**
     * By a client certificate of its own, never the one that the proxy presents for it.
     *
     * @param subject the whole subject that it must have; empty for that of the certificate that accroche issues to it
     */
    record Certificate(Optional<SubjectDn> subject) implements LpsAuthentication {
        public Certificate {
            Objects.requireNonNull(subject, "subject");
        }
    }
}
