package fr.accroche.certs.file;

import fr.accroche.certs.Wording;

/** The kinds of file that certificates travel in. */
public enum FileKind {
    /** RFC 7468. */
    PEM("PEM", "PEM"),
    /** What PEM holds, without its first and last lines. */
    BASE64("base64 sans lignes BEGIN et END", "base64 without its BEGIN and END lines"),
    /** RFC 5280 §4.1. */
    CERTIFICATE("certificat X.509 en DER", "X.509 certificate in DER"),
    /** RFC 7292. */
    PKCS12("PKCS#12", "PKCS#12"),
    JKS("magasin de clés Java (JKS)", "Java key store (JKS)"),
    /** RFC 5652 §5, without signers. */
    PKCS7("PKCS#7 (.p7b)", "PKCS#7 (.p7b)"),
    /** RFC 2986. */
    REQUEST("demande de certificat PKCS#10 (CSR)", "PKCS#10 certificate request (CSR)"),
    /** RFC 5280 §5.1. */
    REVOCATION_LIST("liste de révocation (CRL)", "certificate revocation list (CRL)"),
    /** PKCS#8 (RFC 5958), PKCS#1 (RFC 8017) or SEC 1 (RFC 5915). */
    PRIVATE_KEY("clé privée", "private key"),
    ENCRYPTED_KEY("clé privée chiffrée (PKCS#8)", "encrypted private key (PKCS#8)"),
    PUBLIC_KEY("clé publique", "public key");

    private final Wording wording;

    FileKind(String fr, String en) {
        this.wording = Wording.of(fr, en);
    }

    public Wording wording() {
        return wording;
    }
}
