package fr.accroche.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.scenarios.report.JUnitXml.Kind;
import fr.accroche.scenarios.report.JUnitXml.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class JUnitXmlTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.987654Z");

    private static JUnitXml.Test test(String name, Kind kind, String text) {
        return new JUnitXml.Test("accroche.IDN", name, Duration.ofMillis(1500), kind, "FAIL", text, text);
    }

    private static String xml(JUnitXml.Test... tests) {
        Suite suite = new Suite("accroche", AT, Duration.ofSeconds(2), Map.of("fault", "none"), List.of(tests));
        return JUnitXml.of(List.of(suite), Duration.ofSeconds(2));
    }

    @Test
    void countsWhatBecameOfEachTest() {
        JUnitXml.Test[] tests = Arrays.stream(Kind.values())
                .map(kind -> test(kind.name(), kind, "text"))
                .toArray(JUnitXml.Test[]::new);

        String xml = xml(tests);

        JUnitReport report = JUnitReport.read(xml);
        assertThat(report.count("tests")).isEqualTo(5);
        assertThat(report.count("failures")).isEqualTo(1);
        assertThat(report.count("errors")).isEqualTo(1);
        for (Kind kind : List.of(Kind.FAILURE, Kind.ERROR, Kind.SKIPPED)) {
            assertThat(report.tests(kind.name().toLowerCase(Locale.ROOT)))
                    .extracting(test -> test.getAttribute("name"))
                    .containsExactly(kind.name());
        }
        assertThat(report.tests("system-out"))
                .extracting(test -> test.getAttribute("name"))
                .containsExactly("NOTED");
        assertThat(xml).contains("timestamp=\"2026-11-22T10:00:00\"", "skipped=\"1\"", "time=\"1.500\"");
    }

    @Test
    void keepsWhatAStrangerWroteFromBecomingXml() {
        String hostile = "</failure>\"<&>]]> \u0000\u001b[31m \uD800 \uFFFF \u202E\nsecond line";

        JUnitReport report = JUnitReport.read(xml(test("a \"<b>\" &amp; c", Kind.FAILURE, hostile)));

        Element failed = report.tests("failure").get(0);
        assertThat(failed.getAttribute("name")).isEqualTo("a \"<b>\" &amp; c");
        assertThat(JUnitReport.inside(failed, "failure").getTextContent())
                .isEqualTo("</failure>\"<&>]]> \uFFFD\uFFFD[31m \uFFFD \uFFFD \uFFFD\nsecond line");
    }

    /** The schema is no decoration. */
    @ParameterizedTest
    @CsvSource({
        "' hostname=\"localhost\"', ''",
        "'10:00:00\"', '10:00:00Z\"'",
        "'failures=\"0\"', 'failures=\"none\"'",
        "'<testcase ', '<testcase line=\"1\" '",
        "'<testsuites name=\"accroche\"', '<testsuites name=\"accroche\" skipped=\"0\"'",
        "'name=\"b\"', 'name=\"a\"'"
    })
    void noReaderTakesWhatTheSchemaRefuses(String right, String wrong) {
        String xml = xml(test("a", Kind.PASSED, ""), test("b", Kind.PASSED, ""));
        assertThat(JUnitReport.read(xml).count("tests")).isEqualTo(2);
        assertThat(xml).contains(right);

        assertThatThrownBy(() -> JUnitReport.read(xml.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
