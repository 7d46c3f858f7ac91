package fr.accroche.compliance.rule;

import fr.accroche.compliance.text.Text;

/** What came of a rule, worst first. */
public enum Status {
    /** Our own crash: never taken for the vendor's failure. */
    ERROR(Text.of("erreur interne", "internal error"), Text.of("erreurs internes", "internal errors")),
    /** Broken. */
    FAIL(Text.of("non conforme", "failed"), Text.of("non conformes", "failed")),
    /** The texts are ambiguous, or a person must look. */
    REVIEW(Text.of("à examiner", "to review"), Text.of("à examiner", "to review")),
    /** Broken, but not refused today. */
    WARNING(Text.of("avertissement", "warning"), Text.of("avertissements", "warnings")),
    /** Broken or in doubt, and taken upon itself by the vendor for a time. */
    WAIVED(Text.of("dérogation", "waived"), Text.of("dérogations", "waived")),
    /** Held, in at least one place. */
    PASS(Text.of("conforme", "passed"), Text.of("conformes", "passed")),
    /** Nothing to judge: the chain stopped earlier. */
    SKIPPED(Text.of("non atteinte", "not reached"), Text.of("non atteintes", "not reached")),
    /** The declaration says that it does not concern this solution. */
    NOT_APPLICABLE(Text.of("sans objet", "not applicable"), Text.of("sans objet", "not applicable")),
    /** Cannot be seen on one machine. */
    NOT_TESTABLE(
            Text.of("non vérifiable ici", "not testable here"), Text.of("non vérifiables ici", "not testable here"));

    private final Text one;
    private final Text many;

    Status(Text one, Text many) {
        this.one = one;
        this.many = many;
    }

    /** Of one rule. */
    public Text title() {
        return one;
    }

    /** How many rules have it, in words; French counts zero with the singular, English with the plural. */
    public Text counted(int rules) {
        return new Text(rules + " " + (rules < 2 ? one : many).fr(), rules + " " + (rules == 1 ? one : many).en());
    }
}
