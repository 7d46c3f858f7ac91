package fr.accroche.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.wire.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChainVerdictTest {

    private static final String REPORT = """
            {"verdict":"NON_CONFORME",
             "diagnoses":[{"headline":"OU: 1 observed, 2 expected"}],
             "rules":[
               {"id":"IDN-01","status":"PASS","title":"CN","expected":"a","observed":"a","remedy":null},
               {"id":"IDN-02","status":"FAIL","title":"OU","expected":"2","observed":"1","remedy":"order another"},
               {"id":"LPS-11","status":"WARNING","title":"form","expected":null,"observed":"odd","remedy":null}]}
            """;

    private final ChainVerdict verdict = ChainVerdict.of(Json.parseObject(REPORT.getBytes(StandardCharsets.UTF_8)));

    @Test
    void tellsWhatIsBrokenAndWhatLiesBehindIt() {
        assertThat(verdict.conforming()).isFalse();
        assertThat(verdict.broken()).containsExactly("IDN-02", "LPS-11");
        assertThat(verdict.rule("IDN-02").remedy()).contains("order another");
        assertThat(verdict.rule("IDN-01").broken()).isFalse();
        assertThat(verdict)
                .hasToString(
                        "NON_CONFORME\nOU: 1 observed, 2 expected\nIDN-02 FAIL OU: 1 (2)\nLPS-11 WARNING form: odd");
    }

    @Test
    void knowsNoOtherRules() {
        assertThatThrownBy(() -> verdict.rule("IDN-99")).isInstanceOf(IllegalArgumentException.class);
    }
}
