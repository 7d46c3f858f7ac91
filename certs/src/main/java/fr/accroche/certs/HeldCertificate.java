package fr.accroche.certs;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * A certificate together with its private key: what a server or a client shows and proves.
 *
 * @param key the private key of the first certificate of the chain
 * @param chain leaf first, then its issuers up to and including the root, as the real platform delivers it
 */
public record HeldCertificate(PrivateKey key, List<X509Certificate> chain) {

    public HeldCertificate {
        Objects.requireNonNull(key, "key");
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a held certificate needs at least its leaf");
        }
    }

    /** The leaf. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Keeps the key out of every log. */
    @Override
    public String toString() {
        return "HeldCertificate[" + certificate().getSubjectX500Principal() + "]";
    }
}
