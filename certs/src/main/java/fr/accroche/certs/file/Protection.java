package fr.accroche.certs.file;

/** What of a file's protection decides which programs open it. */
public enum Protection {
    /** RC2 or RC4: OpenSSL 3 opens it only when told to. */
    OBSOLETE,
    /** PBES2 (RFC 8018 §6.2): a Java of before 2020 does not open it in a PKCS#12. */
    PBES2,
    /** A MAC of RFC 9579: neither Java 17 nor OpenSSL 3.0 checks it. */
    PBMAC1
}
