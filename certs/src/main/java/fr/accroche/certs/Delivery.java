package fr.accroche.certs;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What an order came to: new files.
 *
 * @param certificate the leaf
 * @param chain leaf, intermediate and root in PEM
 * @param revocation the code that asks for revocation; secret
 * @param trust truststores of the branch, in PKCS#12, in JKS and in PEM; these may have been there, and fit
 * @param keyed what is delivered with a key made for it; nothing of it when a signing request came with the order
 */
public record Delivery(
        X509Certificate certificate, Path chain, Path revocation, List<Path> trust, Optional<Keyed> keyed) {

    public Delivery {
        trust = List.copyOf(trust);
    }

    /**
     * Files that hold the key, and the password that opens them.
     *
     * @param p12 certificate, chain and key in PKCS#12
     * @param jks the same as a Java keystore, under the same password
     * @param key in PEM (PKCS#8, not encrypted); secret
     * @param password where it was written if it was generated; secret
     */
    public record Keyed(Path p12, Path jks, Path key, Optional<Path> password) {}
}
