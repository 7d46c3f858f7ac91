package fr.accroche.compliance.rule;

/** How bad a breach is. */
public enum Level {
    /** The real chain or a guichet would refuse. */
    VIOLATION(Status.FAIL),
    /** Risky, or soon refused. */
    WARNING(Status.WARNING),
    /** Worth knowing. */
    INFO(Status.WARNING);

    private final Status broken;

    Level(Status broken) {
        this.broken = broken;
    }

    /** The status of a rule of this level that is broken. */
    public Status broken() {
        return broken;
    }
}
