package fr.accroche.certs;

import java.security.cert.X509CRL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an authority publishes about one certificate, unverified. */
public sealed interface RevocationEvidence {

    /** Its issuer publishes nothing that would be asked for. */
    record NotAsked() implements RevocationEvidence {}

    /**
     * Lists of revoked certificates (RFC 5280 §5).
     *
     * @param lists none, the issuer's, or others' too
     * @param where they were got
     */
    record Lists(List<X509CRL> lists, String where) implements RevocationEvidence {
        public Lists {
            lists = List.copyOf(lists);
            Objects.requireNonNull(where, "where");
        }
    }

    /**
     * An OCSP response (RFC 6960 §4.2).
     *
     * @param response in DER; empty when the responder kept silent
     * @param where it was asked for
     */
    record Answer(Optional<byte[]> response, String where) implements RevocationEvidence {
        public Answer {
            Objects.requireNonNull(response, "response");
            Objects.requireNonNull(where, "where");
        }
    }
}
