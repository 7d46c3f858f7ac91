package fr.accroche.scenarios.report.scenario;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.declaration.ScenarioFileReader;
import fr.accroche.compliance.declaration.WrittenScenario.Expectation;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.report.JsonReport;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.scenario.Scenario;
import fr.accroche.scenarios.scenario.ScenarioResult;
import fr.accroche.scenarios.scenario.ScenarioResults;
import fr.accroche.scenarios.scenario.Unplayed;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Scenarios for programs: each with what was expected and found, and the whole report of the run where they differ. */
public final class ScenarioJson {

    private final Language language;

    private ScenarioJson(Language language) {
        this.language = language;
    }

    public static String of(ScenarioResults results, Language language) {
        ScenarioJson report = new ScenarioJson(language);
        List<ScenarioResult> told = results.told();
        return JsonObject.EMPTY
                        .with("accroche", Version.CURRENT)
                        .with("ruleBook", RuleBook.VERSION)
                        .with("notice", Words.REHEARSAL.in(language))
                        .with("at", results.at().toString())
                        .with("durationMs", results.took().toMillis())
                        .with("differing", results.differing().size())
                        .with(
                                "scenarios",
                                results.results().stream()
                                        .map(result -> report.scenario(result, told.contains(result)))
                                        .toList())
                        .with(
                                "notPlayed",
                                results.unplayed().stream()
                                        .map(report::unplayed)
                                        .toList())
                        .pretty()
                + "\n";
    }

    private JsonObject scenario(ScenarioResult result, boolean told) {
        Scenario scenario = result.scenario();
        Expectation expected = scenario.expectation();
        Json run = told ? JsonReport.json(result.run(), language) : new JsonNull();
        return head(scenario)
                .with("durationMs", result.run().took().toMillis())
                .with("asExpected", result.asExpected())
                .with("expected", sum(expected.outcome(), expected.broken(), expected.warned()))
                .with("found", sum(result.foundOutcome(), result.found(Status.FAIL), result.found(Status.WARNING)))
                .with(
                        "differences",
                        texts(ScenarioWords.differences(result).stream()
                                .map(this::in)
                                .toList()))
                .with("run", run);
    }

    private JsonObject unplayed(Unplayed unplayed) {
        return head(unplayed.scenario()).with("reason", in(unplayed.reason()));
    }

    /** What is known of one that is not played, too. */
    private JsonObject head(Scenario scenario) {
        return JsonObject.EMPTY
                .with("id", scenario.id())
                .with("title", scenario.title().in(language))
                .with("file", scenario.origin().name())
                .with("line", scenario.line())
                .with("tags", texts(scenario.tags()))
                .with("declaration", scenario.declaration().lines().file())
                .with("enforcement", word(scenario.declaration().settings().enforcement()));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject sum(Outcome outcome, Collection<RuleId> broken, Collection<RuleId> warned) {
        return JsonObject.EMPTY
                .with("outcome", ScenarioFileReader.word(outcome))
                .with("broken", rules(broken))
                .with("warned", rules(warned));
    }

    private static List<? extends Json> rules(Collection<RuleId> rules) {
        return texts(new TreeSet<>(rules).stream().map(RuleId::value).toList());
    }

    private static List<? extends Json> texts(Collection<String> values) {
        return values.stream().map(JsonText::new).toList();
    }

    private String in(Text text) {
        return text.in(language);
    }
}
