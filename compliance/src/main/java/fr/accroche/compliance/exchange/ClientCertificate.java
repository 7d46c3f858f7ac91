package fr.accroche.compliance.exchange;

import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a server that asks for a client certificate knows after the handshake. */
public sealed interface ClientCertificate {

    /** The server asks for none on this call. */
    record NotAsked() implements ClientCertificate {}

    /** It asked, and got none. */
    record Absent() implements ClientCertificate {}

    /** It got this one. */
    record Presented(ObservedCertificate seen) implements ClientCertificate {
        public Presented {
            Objects.requireNonNull(seen, "seen");
        }
    }

    /**
     * What came of asking.
     *
     * @param chain what the client presented, leaf first; empty if nothing
     * @param defects what the server's judge found
     */
    static ClientCertificate asked(List<X509Certificate> chain, List<CertificateDefect> defects) {
        return chain.isEmpty() ? new Absent() : new Presented(ObservedCertificate.of(chain.get(0), defects));
    }

    /** The certificate, if one was presented. */
    default Optional<ObservedCertificate> presented() {
        return this instanceof Presented presented ? Optional.of(presented.seen()) : Optional.empty();
    }
}
