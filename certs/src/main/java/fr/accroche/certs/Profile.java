package fr.accroche.certs;

/**
 * The end-entity profiles that the chain uses, named as on the ordering platform (docs/sources.md, IGC-Santé
 * samples).
 */
public enum Profile {
    /** A legal person's or service's client certificate: digitalSignature, clientAuth only. */
    ORG_AUTH_CLI,
    /** A legal person's seal, which signs the VIHF: digitalSignature and nonRepudiation, emailProtection. */
    ORG_SIGN,
    /** A server's certificate: serverAuth <em>and</em> clientAuth, so it passes TLS as a client by mistake. */
    SERV_SSL
}
