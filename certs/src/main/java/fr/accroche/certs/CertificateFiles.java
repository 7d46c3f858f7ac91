package fr.accroche.certs;

import java.nio.file.Path;

/**
 * The files of one certificate, each readable by any tool.
 *
 * @param p12 certificate, chain and key as the ordering platform delivers them, under a password
 * @param chain the certificates in PEM: leaf, intermediate, root
 * @param key the private key in PEM (PKCS#8, not encrypted)
 */
public record CertificateFiles(Path p12, Path chain, Path key) {

    /** Those of that name in a folder, without extension, whether they are there or not. */
    public static CertificateFiles in(Path folder, String name) {
        return new CertificateFiles(
                folder.resolve(name + ".p12"), folder.resolve(name + ".pem"), folder.resolve(name + ".key.pem"));
    }
}
