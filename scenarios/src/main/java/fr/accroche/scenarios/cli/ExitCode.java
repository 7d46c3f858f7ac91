package fr.accroche.scenarios.cli;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.Verdict;
import java.util.Collection;
import java.util.List;

/** What a shell or a CI server learns. */
final class ExitCode {

    static final int CONFORME = 0;
    static final int NON_CONFORME = 1;
    static final int USAGE = 2;
    static final int ENVIRONMENT = 3;
    static final int INCONCLUSIVE = 4;

    /** What several verdicts come to, worst first: a failure is certain, an inconclusive run is not. */
    private static final List<Integer> WORST_FIRST = List.of(NON_CONFORME, INCONCLUSIVE);

    private ExitCode() {}

    static int worst(Collection<Verdict> verdicts) {
        List<Integer> codes = verdicts.stream().map(ExitCode::of).toList();
        return WORST_FIRST.stream().filter(codes::contains).findFirst().orElse(CONFORME);
    }

    static int of(Verdict verdict) {
        if (!verdict.with(Status.FAIL).isEmpty()) {
            return NON_CONFORME;
        }
        return verdict.outcome() == Outcome.CONFORME ? CONFORME : INCONCLUSIVE;
    }
}
