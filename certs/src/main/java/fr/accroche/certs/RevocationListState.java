package fr.accroche.certs;

/** How an authority of the test IGC publishes its list of revoked certificates. */
public enum RevocationListState {
    /** As it should: of today. */
    FRESH,
    /** The one on line is of last time, and its {@code nextUpdate} was yesterday. */
    EXPIRED,
    /** There is none on line. */
    MISSING
}
