package fr.accroche.scenarios.cli;

import static fr.accroche.compliance.verdict.Outcome.CONFORME;
import static fr.accroche.compliance.verdict.Outcome.INDETERMINE;
import static fr.accroche.compliance.verdict.Outcome.NON_CONFORME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    @Test
    void severalOutcomesComeToTheWorst() {
        assertThat(ExitCode.worst(List.of(CONFORME, CONFORME))).isZero();
        assertThat(ExitCode.worst(List.of(CONFORME, INDETERMINE))).isEqualTo(4);
        assertThat(ExitCode.worst(List.of(INDETERMINE, NON_CONFORME, CONFORME))).isEqualTo(1);
    }
}
