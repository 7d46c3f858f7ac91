package fr.accroche.certs;

/** What the authorities of the test branch are called. */
public enum Issuers {
    /** As nobody else. */
    SIMULATED,
    /**
     * As the real test IGC-Santé, whose issuer's CN some public clients compare (docs/sources.md, DMP and INSi samples), with a
     * mark that betrays them. Only where asked for; there are none of production.
     */
    LOOK_ALIKE
}
