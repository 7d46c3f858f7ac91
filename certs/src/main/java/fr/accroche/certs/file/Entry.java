package fr.accroche.certs.file;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** One thing that a file holds. */
public sealed interface Entry {

    /** What the file calls it. */
    Optional<String> alias();

    /** The certificates in it, leaf first; none where it holds something else. */
    default List<X509Certificate> certificates() {
        return List.of();
    }

    /**
     * A private key, with the certificates that go with it.
     *
     * @param chain leaf first; empty when the file has no certificate for the key
     */
    record Held(Optional<String> alias, KeyFacts key, List<X509Certificate> chain) implements Entry {
        public Held {
            chain = List.copyOf(chain);
        }

        @Override
        public List<X509Certificate> certificates() {
            return chain;
        }
    }

    /**
     * Certificates without a key.
     *
     * @param certificates each one issued by the next
     * @param trusted whether the file says that its owner trusts the first one
     */
    record Certificates(Optional<String> alias, List<X509Certificate> certificates, boolean trusted) implements Entry {
        public Certificates {
            certificates = List.copyOf(certificates);
        }
    }

    /**
     * A certificate request.
     *
     * @param subject the name it asks for
     * @param algorithm of its key
     * @param bits of its key
     * @param signed whether it is signed by that key; empty when that cannot be told
     * @param extensions object identifiers of the extensions it asks for
     */
    record Request(String subject, String algorithm, int bits, Optional<Boolean> signed, List<String> extensions)
            implements Entry {
        public Request {
            extensions = List.copyOf(extensions);
        }

        @Override
        public Optional<String> alias() {
            return Optional.empty();
        }
    }

    /** A list of revoked certificates. */
    record Revocations(X509CRL list) implements Entry {
        @Override
        public Optional<String> alias() {
            return Optional.empty();
        }
    }

    /**
     * What is there and is not read: a public key, a secret, a block of another program.
     *
     * @param kind its own word for itself
     */
    record Other(Optional<String> alias, String kind) implements Entry {}
}
