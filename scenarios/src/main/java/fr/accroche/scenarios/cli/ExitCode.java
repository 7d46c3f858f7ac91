package fr.accroche.scenarios.cli;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.Verdict;

/** What a shell or a CI server learns. */
final class ExitCode {

    static final int CONFORME = 0;
    static final int NON_CONFORME = 1;
    static final int USAGE = 2;
    static final int ENVIRONMENT = 3;
    static final int INCONCLUSIVE = 4;

    private ExitCode() {}

    static int of(Verdict verdict) {
        if (!verdict.with(Status.FAIL).isEmpty()) {
            return NON_CONFORME;
        }
        return verdict.outcome() == Outcome.CONFORME ? CONFORME : INCONCLUSIVE;
    }
}
