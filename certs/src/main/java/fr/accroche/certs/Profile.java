package fr.accroche.certs;

/**
 * The end-entity profiles, named as on the ordering platform (docs/sources.md, IGC-Santé samples). What each one holds
 * is in its file under {@code profiles/}. The test IGC-Santé has no authority of its own for persons: cards, which nobody
 * orders on the platform, are here to be told apart, and one intermediate signs them all.
 */
public enum Profile {
    /** A legal person's or service's client certificate: digitalSignature, clientAuth only. */
    ORG_AUTH_CLI,
    /** A legal person's seal, which signs the VIHF: digitalSignature and nonRepudiation, emailProtection. */
    ORG_SIGN,
    /** A server's certificate: serverAuth <em>and</em> clientAuth, so it passes TLS as a client by mistake. */
    SERV_SSL,
    /** A professional's card, when it authenticates: clientAuth too, of a person and not of a structure. */
    CPS_AUTH,
    /** A professional's card, when it signs: nonRepudiation alone. */
    CPS_SIGN,
    /** An employee's card, when it authenticates. */
    CPE_AUTH
}
