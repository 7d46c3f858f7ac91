package fr.accroche.certs;

/**
 * The end-entity profiles, named as on the ordering platform (docs/sources.md, IGC-Santé samples). Those of cards are
 * here as wrong certificates only: the test IGC-Santé has no authority for persons, and signs them as it signs the others.
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
