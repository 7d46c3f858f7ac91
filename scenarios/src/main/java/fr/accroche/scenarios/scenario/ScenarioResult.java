package fr.accroche.scenarios.scenario;

import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.declaration.WrittenScenario.Expectation;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.report.Run;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came of a scenario.
 *
 * @param scenario what was played
 * @param run what was seen
 */
public record ScenarioResult(Scenario scenario, Run run) {

    /** Whether all that was expected was found, and nothing else. */
    public boolean asExpected() {
        return foundOutcome() == expectation().outcome()
                && missing().isEmpty()
                && unexpected().isEmpty();
    }

    public Outcome foundOutcome() {
        return run.verdict().outcome();
    }

    private Expectation expectation() {
        return scenario.expectation();
    }

    /** The rules that came to this. */
    public Set<RuleId> found(Status status) {
        return new TreeSet<>(run.verdict().with(status));
    }

    /** The rules that were to come to something else than they did, each with what was expected of it. */
    public Map<RuleId, Status> missing() {
        Map<RuleId, Status> missing = expected();
        run.verdict().rules().forEach(result -> missing.remove(result.card().id(), result.status()));
        return missing;
    }

    /** The rules of which nothing was expected, each with what it came to all the same. */
    public Map<RuleId, Status> unexpected() {
        Map<RuleId, Status> unexpected = new TreeMap<>();
        Set<RuleId> expected = expected().keySet();
        run.verdict().rules().stream()
                .filter(result -> !quiet().contains(result.status()))
                .filter(result -> !expected.contains(result.card().id()))
                .forEach(result -> unexpected.put(result.card().id(), result.status()));
        return unexpected;
    }

    private Map<RuleId, Status> expected() {
        Map<RuleId, Status> expected = new TreeMap<>();
        expectation().broken().forEach(rule -> expected.put(rule, Status.FAIL));
        expectation().warned().forEach(rule -> expected.put(rule, Status.WARNING));
        expectation().unreached().forEach(rule -> expected.put(rule, Status.SKIPPED));
        return expected;
    }

    /**
     * What says nothing against a solution. What was never reached is expected where the chain stops at a refusal, or cannot come to
     * its end; what the vendor takes upon itself, or cannot be seen of its own servers, is not for a scenario to say.
     */
    private Set<Status> quiet() {
        Set<Status> quiet = EnumSet.of(Status.PASS, Status.NOT_APPLICABLE, Status.WAIVED, Status.NOT_TESTABLE);
        boolean strict = scenario.declaration().settings().enforcement() == Enforcement.STRICT;
        if (strict || expectation().outcome() == Outcome.INDETERMINE) {
            quiet.add(Status.SKIPPED);
        }
        return quiet;
    }
}
