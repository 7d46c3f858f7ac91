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
import fr.accroche.scenarios.scenario.Unplayed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Map<String, List<Unplayed>> unplayed = results.unplayed().stream()
                .collect(Collectors.groupingBy(each -> each.scenario().origin().name()));
        unplayed.keySet().forEach(file -> files.putIfAbsent(file, List.of()));
        List<Suite> suites = files.entrySet().stream()
                .map(file -> report.suite(
                        file.getKey(), file.getValue(), unplayed.getOrDefault(file.getKey(), List.of()), results.at()))
                .toList();
        return JUnitXml.of(suites, results.took());
    }

    private Suite suite(String file, List<ScenarioResult> results, List<Unplayed> unplayed, Instant at) {
        String name = PREFIX
                + Stream.concat(
                                results.stream().map(ScenarioResult::scenario),
                                unplayed.stream().map(Unplayed::scenario))
                        .findFirst()
                        .orElseThrow()
                        .origin()
                        .family();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("accroche", Version.CURRENT);
        properties.put("ruleBook", RuleBook.VERSION);
        properties.put("notice", in(Words.REHEARSAL));
        properties.put("file", file);
        Instant begun = results.stream()
                .map(result -> result.run().at())
                .min(Instant::compareTo)
                .orElse(at);
        Duration took = results.stream().map(result -> result.run().took()).reduce(Duration.ZERO, Duration::plus);
        List<Test> tests = Stream.concat(
                        results.stream().map(result -> test(name, result)),
                        unplayed.stream().map(each -> error(name, each)))
                .toList();
        return new Suite(name, begun, took, properties, tests);
    }

    private Test error(String suite, Unplayed unplayed) {
        return new Test(
                suite,
                unplayed.scenario().id() + " " + in(unplayed.scenario().title()),
                Duration.ZERO,
                Kind.ERROR,
                "NOT_PLAYED",
                in(ScenarioWords.unplayed(unplayed)),
                unplayed.scenario().place());
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
                        + in(ScenarioWords.EXPECTED) + "  " + in(ScenarioWords.expected(result.scenario())) + "\n"
                        + in(ScenarioWords.FOUND) + "  " + in(ScenarioWords.found(result)) + "\n\n"
                        + TextReport.of(result.run(), language, Paint.PLAIN);
    }

    private String in(Text text) {
        return text.in(language);
    }
}
