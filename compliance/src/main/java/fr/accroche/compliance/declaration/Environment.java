package fr.accroche.compliance.declaration;

/** The environment that a declaration is about: PSC, certificates, proxy and API must all belong to the same one. */
public enum Environment {
    /** PSC's "bac à sable" and the CNDA's test environments: certificates of the TEST branch. */
    TEST,
    PRODUCTION
}
