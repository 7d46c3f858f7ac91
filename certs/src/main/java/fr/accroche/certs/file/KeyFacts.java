package fr.accroche.certs.file;

/**
 * What may be said of a private key. The key itself never leaves the reader.
 *
 * @param algorithm RSA, EC and its curve, Ed25519…; empty when the key is not opened
 * @param bits its size; 0 when it is not known
 * @param fit whether it is the key of the certificate it comes with
 */
public record KeyFacts(String algorithm, int bits, Fit fit) {

    /** A key and its certificate. */
    public enum Fit {
        /** The certificate's public key is this one's. */
        MATCHES,
        /** The file says that they belong together, and they do not. */
        DIFFERS,
        /** There is no certificate for it in the file. */
        ALONE,
        /** The key is not opened, or of a kind whose public part cannot be told. */
        UNKNOWN
    }
}
