package fr.accroche.scenarios.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.scenario.ScenarioJUnit;
import fr.accroche.scenarios.report.scenario.ScenarioText;
import fr.accroche.scenarios.scenario.Scenario;
import fr.accroche.scenarios.scenario.ScenarioOrigin;
import fr.accroche.scenarios.scenario.ScenarioReader;
import fr.accroche.scenarios.scenario.ScenarioResult;
import fr.accroche.scenarios.scenario.ScenarioResults;
import fr.accroche.scenarios.scenario.Unplayed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a stranger's scenario file says is shown, and steers nothing. */
class ScenarioPageTest {

    private static final String HOSTILE = """
            version: 1
            scenarios:
              - { id: a, title: "<script>alert(1)</script>", architecture: proxy-integre, expect: { outcome: conforming } }
              - { id: b, title: "]]></style><img src=x onerror=alert(1)> {0}", architecture: proxy-integre, expect: { outcome: conforming } }
              - { id: c, title: "'\\" onload='alert(1)' x=", architecture: proxy-integre, expect: { outcome: inconclusive } }
              - { id: d, title: "<i>", architecture: proxy-integre, expect: { outcome: conforming } }
            """;

    private static ScenarioResults results() throws IOException, DeclarationException {
        ScenarioOrigin origin = ScenarioOrigin.of(Path.of("<b>.yaml"), "<b>.yaml");
        List<Scenario> scenarios = ScenarioReader.read(
                origin,
                HOSTILE.getBytes(StandardCharsets.UTF_8),
                (from, written) -> new ScenarioReader.Located(
                        DeclarationReader.read(
                                "accroche.yaml",
                                written.architecture().orElseThrow().yaml(),
                                LocalDate.of(2026, 11, 22)),
                        Path.of("")));
        List<ScenarioResult> results = new ArrayList<>();
        List<Unplayed> unplayed = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            if (scenario.id().equals("d")) {
                unplayed.add(new Unplayed(scenario, Text.verbatim("a </table> {0} was in the way")));
                continue;
            }
            RecordedRun run = scenario.id().equals("c")
                    ? RecordedRun.empty()
                    : RecordedRun.empty().session("alpha-edc-bas", "AUTRE-0001");
            results.add(new ScenarioResult(scenario, run.judged()));
        }
        return new ScenarioResults(results, unplayed, Instant.parse("2026-11-22T10:00:00Z"), Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyElementIsClosedEveryIdIsOneAndNothingIsMarkupOfTheirs(Language language) throws Exception {
        String page = ScenarioPage.of(results(), language);

        HtmlReportTest.sound(page);
        assertThat(page)
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "id=\"scenario-1-verdict\"",
                        "id=\"scenario-2-verdict\"",
                        "a &lt;/table&gt; {0} was in the way")
                .doesNotContain("id=\"scenario-3");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theOthersSayTheSame(Language language) throws Exception {
        assertThat(ScenarioText.of(results(), language, Paint.PLAIN))
                .contains("✗ a ", "✗ b ", "✓ c ", "✗ d ", "a </table> {0} was in the way", "<b>.yaml:3");
        assertThat(ScenarioJUnit.of(results(), language))
                .contains(
                        "classname=\"accroche.scenarios.&lt;b&gt;\"",
                        "failures=\"2\"",
                        "errors=\"1\"",
                        "type=\"NOT_PLAYED\"")
                .doesNotContain("<script>");
    }
}
