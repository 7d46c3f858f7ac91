package fr.accroche.compliance.verdict;

import fr.accroche.compliance.text.Text;

/** The verdict of a run: a rehearsal, not a decision of ANS or CNDA. */
public enum Outcome {
    CONFORME("conforme", "conforming"),
    NON_CONFORME("non conforme", "not conforming"),
    /**
     * No business request got through, or a session was refused and no rule says why; or a person must look; or we
     * crashed.
     */
    INDETERMINE("indéterminé", "inconclusive");

    private final Text title;

    Outcome(String fr, String en) {
        this.title = Text.of(fr, en);
    }

    public Text title() {
        return title;
    }
}
