package fr.accroche.scenarios.watch;

/** When a watch ends by itself. */
public enum Until {
    /**
     * Once every téléservice of every client_id was called with success and the sessions are over, or once a rule is broken; the
     * exit code is the verdict's.
     */
    CONFORME,
    /** Once the first session is over, whatever came of it. */
    VERDICT
}
