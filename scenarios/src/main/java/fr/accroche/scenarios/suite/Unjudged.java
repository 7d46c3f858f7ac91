package fr.accroche.scenarios.suite;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;

/** A case cannot be judged, and why. */
final class Unjudged extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Status status;
    private final transient Text reason;

    private Unjudged(Status status, Text reason) {
        super(reason.en());
        this.status = status;
        this.reason = reason;
    }

    /** What it starts from could not be had: another case says why. */
    static Unjudged skipped(Text reason) {
        return new Unjudged(Status.SKIPPED, reason);
    }

    /** By what is declared, there is nothing to judge. */
    static Unjudged notApplicable(Text reason) {
        return new Unjudged(Status.NOT_APPLICABLE, reason);
    }

    /** It cannot be provoked here. */
    static Unjudged notTestable(Text reason) {
        return new Unjudged(Status.NOT_TESTABLE, reason);
    }

    Status status() {
        return status;
    }

    Text reason() {
        return reason;
    }
}
