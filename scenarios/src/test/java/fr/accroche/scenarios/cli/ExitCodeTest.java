package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.Catalogue;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    private static final Verdict CONFORMING = verdict(Outcome.CONFORME, Status.PASS);
    private static final Verdict FAILED = verdict(Outcome.NON_CONFORME, Status.FAIL);
    private static final Verdict INCONCLUSIVE = verdict(Outcome.INDETERMINE, Status.SKIPPED);

    private static Verdict verdict(Outcome outcome, Status status) {
        return new Verdict(outcome, List.of(new RuleResult(Catalogue.ALL.get(0).card(), status, List.of())), List.of());
    }

    @Test
    void severalVerdictsComeToTheWorst() {
        assertThat(ExitCode.worst(List.of(CONFORMING, CONFORMING))).isZero();
        assertThat(ExitCode.worst(List.of(CONFORMING, INCONCLUSIVE))).isEqualTo(4);
        assertThat(ExitCode.worst(List.of(INCONCLUSIVE, FAILED, CONFORMING))).isEqualTo(1);
    }
}
