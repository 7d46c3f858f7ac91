package fr.accroche.scenarios.report.suite;

import fr.accroche.compliance.rule.Level;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;

/** The fixed words of the reports on a suite. */
final class SuiteWords {

    static final Text SUITE = Text.of("Suite de conformité d'un Proxy e-Santé", "Conformity suite of a Proxy e-Santé");
    static final Text CASES = Text.of("Cas", "Cases");
    static final Text HEARD = Text.of("raison", "reason");
    static final Text CASE = Text.of("cas", "case");
    static final Text REQUIRED = Text.of("exigence", "requirement");
    static final Text NO_CASE_WRONG = Text.of("Aucun cas n'est enfreint.", "No case is broken.");
    static final Text COUNTS = Text.of("{0} cas : ", "{0} cases: ");
    static final Text DONE = Text.of("fait", "done");
    static final Text WHY = Text.of("pourquoi", "why");
    static final Text RULES = Text.of("règles", "rules");
    static final Text LEVEL = Text.of("niveau", "level");
    static final Text OTHERS = Text.of("et {0} autres écarts", "and {0} other differences");
    static final Text MASTERED = Text.of(
            "Aucun cas n'a échoué, mais tous n'ont pas pu être jugés : voir « raison » ci-dessus.",
            "No case failed, but not all could be judged: see 'reason' above.");

    private SuiteWords() {}

    static Text level(Level level) {
        return switch (level) {
            case VIOLATION -> Text.verbatim("violation");
            case WARNING -> Text.of("avertissement", "warning");
            case INFO -> Text.of("information", "info");
        };
    }

    static Text title(Status status) {
        return status == Status.SKIPPED ? Text.of("non jugé", "not judged") : status.title();
    }

    /** How many cases came to it; the noun is masculine in French. */
    static Text counted(Status status, long cases) {
        if (status == Status.SKIPPED) {
            return new Text(cases + (cases < 2 ? " non jugé" : " non jugés"), cases + " not judged");
        }
        return status.counted((int) cases);
    }
}
