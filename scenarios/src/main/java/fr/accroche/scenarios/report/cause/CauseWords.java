package fr.accroche.scenarios.report.cause;

import fr.accroche.compliance.cause.Refusal;
import fr.accroche.compliance.text.Text;

/** What the reports say of a diagnosis, each in its own form. */
public final class CauseWords {

    public static final Text DIAGNOSIS = Text.of("Diagnostic", "Diagnosis");
    public static final Text LIKELY = Text.of("cause probable", "likely cause");
    public static final Text REPAIR = Text.of("réparation", "repair");
    public static final Text REAL_SERVICE = Text.of("vrai service", "real service");
    public static final Text SYMPTOMS = Text.of("symptômes", "symptoms");

    private static final Text REFUSES = Text.verbatim("{0} ({1}, {2})");

    private CauseWords() {}

    /** What the real service answers: a word and no more. */
    public static Text answer(Refusal refusal) {
        return REFUSES.with(refusal.answer(), refusal.stage().title(), refusal.server());
    }
}
