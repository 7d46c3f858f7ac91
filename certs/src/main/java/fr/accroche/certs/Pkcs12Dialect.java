package fr.accroche.certs;

/** How a PKCS#12 file (RFC 7292) is protected: old and new programs do not read the same ones. */
public enum Pkcs12Dialect {
    /** As the ordering platform does (docs/sources.md, IGC-Santé samples): 3DES and SHA-1, certificates in clear. */
    PLATFORM,
    /** As today's programs do: PBES2 (RFC 8018) with AES-256, HMAC-SHA-256. An old Java does not read it. */
    MODERN,
    /** As old exports did, certificates under RC2-40: wrong on purpose, OpenSSL 3 refuses it without {@code -legacy}. */
    LEGACY
}
