package fr.accroche.scenarios.cli;

import fr.accroche.compliance.verdict.Outcome;
import java.util.Collection;
import java.util.List;

/** What a shell or a CI server learns. */
final class ExitCode {

    static final int CONFORME = 0;
    static final int NON_CONFORME = 1;
    static final int USAGE = 2;
    static final int ENVIRONMENT = 3;
    static final int INCONCLUSIVE = 4;

    /** What several outcomes come to, worst first: a failure is certain, an inconclusive run is not. */
    private static final List<Integer> WORST_FIRST = List.of(NON_CONFORME, INCONCLUSIVE);

    private ExitCode() {}

    static int worst(Collection<Outcome> outcomes) {
        List<Integer> codes = outcomes.stream().map(ExitCode::of).toList();
        return WORST_FIRST.stream().filter(codes::contains).findFirst().orElse(CONFORME);
    }

    static int of(Outcome outcome) {
        return switch (outcome) {
            case CONFORME -> CONFORME;
            case NON_CONFORME -> NON_CONFORME;
            case INDETERMINE -> INCONCLUSIVE;
        };
    }
}
