package fr.accroche.scenarios.report.scenario;

import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.scenario.Scenario;
import fr.accroche.scenarios.scenario.ScenarioResult;
import fr.accroche.scenarios.scenario.ScenarioResults;
import fr.accroche.scenarios.scenario.Unplayed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the reports on scenarios say alike. */
public final class ScenarioWords {

    public static final Text SCENARIOS = Text.of("Scénarios", "Scenarios");
    public static final Text SCENARIO = Text.of("scénario", "scenario");
    public static final Text AS_EXPECTED = Text.of("✓ comme attendu", "✓ as expected");
    public static final Text DIFFERS = Text.of("✗ autrement qu'attendu", "✗ not as expected");
    public static final Text EXPECTED = Text.of("attendu", "expected");
    public static final Text FOUND = Text.of("trouvé", "found");

    private static final Text NOT_PLAYED = Text.of("pas joué : {0}", "not played: {0}");
    private static final Text NONE_PLAYED = Text.of("pas joués : {0}", "not played: {0}");
    private static final Text AND_NOT_PLAYED = Text.of("{0} ; pas joués : {1}", "{0}; not played: {1}");
    private static final Text OUTCOME =
            Text.of("verdict : attendu {0}, trouvé {1}", "verdict: expected {0}, found {1}");
    private static final Text MISSING = Text.of("{0} : attendu {1}, trouvé {2}", "{0}: expected {1}, found {2}");
    private static final Text UNEXPECTED = Text.of("{0} : {1}, non attendu", "{0}: {1}, not expected");
    private static final Text WARNED = Text.of("avertissement {0}", "warning {0}");
    private static final Text ONE_AS_EXPECTED = Text.of("1 scénario, comme attendu", "1 scenario, as expected");
    private static final Text ONE_DIFFERS = Text.of("1 scénario, autrement qu'attendu", "1 scenario, not as expected");
    private static final Text ALL_AS_EXPECTED =
            Text.of("{0} scénarios, tous comme attendu", "{0} scenarios, all as expected");
    private static final Text SOME_DIFFER =
            Text.of("{0} scénarios : {1} comme attendu, {2} autrement", "{0} scenarios: {1} as expected, {2} not");

    private ScenarioWords() {}

    /** How many there were, how many came to what was expected, and how many could not be played. */
    public static Text total(ScenarioResults results) {
        int unplayed = results.unplayed().size();
        if (unplayed == results.size()) {
            return NONE_PLAYED.with(unplayed);
        }
        Text played = total(results.results().size(), results.differing().size());
        return unplayed == 0 ? played : AND_NOT_PLAYED.with(played, unplayed);
    }

    /** That it was not played, and why. */
    public static Text unplayed(Unplayed unplayed) {
        return NOT_PLAYED.with(unplayed.reason());
    }

    private static Text total(int scenarios, int differing) {
        if (scenarios == 1) {
            return differing == 0 ? ONE_AS_EXPECTED : ONE_DIFFERS;
        }
        return differing == 0
                ? ALL_AS_EXPECTED.with(scenarios)
                : SOME_DIFFER.with(scenarios, scenarios - differing, differing);
    }

    /** A verdict, and the rules that it comes of. */
    public static Text sum(Outcome outcome, Collection<RuleId> broken, Collection<RuleId> warned) {
        List<Text> parts = new ArrayList<>();
        parts.add(outcome.title());
        if (!broken.isEmpty()) {
            parts.add(Text.verbatim(joined(broken)));
        }
        if (!warned.isEmpty()) {
            parts.add(WARNED.with(joined(warned)));
        }
        return Text.of(joined(parts, Language.FR), joined(parts, Language.EN));
    }

    private static String joined(List<Text> parts, Language language) {
        return parts.stream().map(part -> part.in(language)).collect(Collectors.joining(" — "));
    }

    private static String joined(Collection<RuleId> rules) {
        return new TreeSet<>(rules).stream().map(RuleId::value).collect(Collectors.joining(" "));
    }

    /** What was expected of a scenario. */
    public static Text expected(Scenario scenario) {
        return sum(
                scenario.expectation().outcome(),
                scenario.expectation().broken(),
                scenario.expectation().warned());
    }

    /** What it came to. */
    public static Text found(ScenarioResult result) {
        return sum(result.foundOutcome(), result.found(Status.FAIL), result.found(Status.WARNING));
    }

    /** Each difference, both ways; empty where there is none. */
    public static List<Text> differences(ScenarioResult result) {
        List<Text> differences = new ArrayList<>();
        Outcome expected = result.scenario().expectation().outcome();
        if (expected != result.foundOutcome()) {
            differences.add(OUTCOME.with(expected.title(), result.foundOutcome().title()));
        }
        for (Map.Entry<RuleId, Status> missing : result.missing().entrySet()) {
            Status found = result.run().verdict().rules().stream()
                    .filter(rule -> rule.card().id().equals(missing.getKey()))
                    .map(rule -> rule.status())
                    .findFirst()
                    .orElse(Status.NOT_TESTABLE);
            differences.add(MISSING.with(missing.getKey(), missing.getValue().title(), found.title()));
        }
        result.unexpected().forEach((rule, status) -> differences.add(UNEXPECTED.with(rule, status.title())));
        return differences;
    }
}
