package fr.accroche.scenarios.report.scenario;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.report.JUnitXml;
import fr.accroche.scenarios.report.JUnitXml.Kind;
import fr.accroche.scenarios.report.JUnitXml.Suite;
import fr.accroche.scenarios.report.JUnitXml.Test;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.TextReport;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.scenario.ScenarioResult;
import fr.accroche.scenarios.scenario.ScenarioResults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Scenarios for a CI server: each file a suite, each scenario a test, which fails where it does not come to what was expected. */
public final class ScenarioJUnit {

    private static final String PREFIX = "accroche.scenarios.";

    private final Language language;

    private ScenarioJUnit(Language language) {
        this.language = language;
    }

    public static String of(ScenarioResults results, Language language) {
        ScenarioJUnit report = new ScenarioJUnit(language);
        Map<String, List<ScenarioResult>> files = new LinkedHashMap<>();
        results.results()
                .forEach(result -> files.computeIfAbsent(
                                result.scenario().origin().name(), first -> new ArrayList<>())
                        .add(result));
        List<Suite> suites = files.entrySet().stream()
                .map(file -> report.suite(file.getKey(), file.getValue()))
                .toList();
        return JUnitXml.of(suites, results.took());
    }

    private Suite suite(String file, List<ScenarioResult> results) {
        String name = PREFIX + results.get(0).scenario().origin().family();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("accroche", Version.CURRENT);
        properties.put("ruleBook", RuleBook.VERSION);
        properties.put("notice", in(Words.REHEARSAL));
        properties.put("file", file);
        Instant begun = results.stream()
                .map(result -> result.run().at())
                .min(Instant::compareTo)
                .orElseThrow();
        Duration took = results.stream().map(result -> result.run().took()).reduce(Duration.ZERO, Duration::plus);
        return new Suite(
                name,
                begun,
                took,
                properties,
                results.stream().map(result -> test(name, result)).toList());
    }

    private Test test(String suite, ScenarioResult result) {
        String differences =
                ScenarioWords.differences(result).stream().map(this::in).collect(Collectors.joining(" ; "));
        return new Test(
                suite,
                result.scenario().id() + " " + in(result.scenario().title()),
                result.run().took(),
                result.asExpected() ? Kind.PASSED : Kind.FAILURE,
                "FAIL",
                differences,
                details(result));
    }

    private String details(ScenarioResult result) {
        return result.asExpected()
                ? ""
                : result.scenario().place() + "\n"
                        + in(ScenarioWords.EXPECTED) + "  " + in(ScenarioWords.expected(result)) + "\n"
                        + in(ScenarioWords.FOUND) + "  " + in(ScenarioWords.found(result)) + "\n\n"
                        + TextReport.of(result.run(), language, Paint.PLAIN);
    }

    private String in(Text text) {
        return text.in(language);
    }
}
