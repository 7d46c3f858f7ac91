package fr.accroche.compliance.rule;

import fr.accroche.compliance.text.Text;

/** What came of a rule, worst first. */
public enum Status {
    /** Our own crash: never taken for the vendor's failure. */
    ERROR("erreur interne", "internal error"),
    /** Broken. */
    FAIL("non conforme", "failed"),
    /** The texts are ambiguous, or a person must look. */
    REVIEW("à examiner", "to review"),
    /** Broken, but not refused today. */
    WARNING("avertissement", "warning"),
    /** Held, on at least one call. */
    PASS("conforme", "passed"),
    /** Nothing to judge: the chain stopped earlier. */
    SKIPPED("non atteint", "not reached"),
    /** The declaration says that it does not concern this solution. */
    NOT_APPLICABLE("sans objet", "not applicable"),
    /** Cannot be seen on one machine. */
    NOT_TESTABLE("non vérifiable ici", "not testable here");

    private final Text title;

    Status(String fr, String en) {
        this.title = Text.of(fr, en);
    }

    public Text title() {
        return title;
    }
}
