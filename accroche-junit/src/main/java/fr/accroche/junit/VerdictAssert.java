package fr.accroche.junit;

import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.scenarios.report.Run;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the judgement of a run. A failure begins with what most likely lies behind it, one line for each cause; then come
 * each broken rule with both values, the remedy, and who can apply it.
 */
public final class VerdictAssert extends AbstractAssert<VerdictAssert, Run> {

    private static final Text CONFORMING =
            Text.of("Un parcours conforme est attendu ; il est {0}.", "Expected a conforming run, but it is {0}.");
    private static final Text EXACTLY = Text.of(
            "Ces règles, et aucune autre, devaient être enfreintes : {0} ; le sont : {1}.",
            "Expected {0} to be broken and no other rule, but {1} are.");
    private static final Text HOLDS =
            Text.of("{0} devait être respectée ; elle est {1}.", "Expected {0} to hold, but it is {1}.");

    VerdictAssert(Run actual) {
        super(actual, VerdictAssert.class);
    }

    /** Every step was seen, and no rule is broken. */
    public VerdictAssert isConforming() {
        isNotNull();
        Outcome outcome = actual.verdict().outcome();
        return holds(outcome == Outcome.CONFORME, CONFORMING.with(outcome.title()));
    }

    /**
     * These rules are broken, by refusal or by warning, and no other.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    public VerdictAssert breaksExactly(String... rules) {
        isNotNull();
        Set<RuleId> expected =
                Arrays.stream(rules).map(id -> judged(id).card().id()).collect(Collectors.toCollection(TreeSet::new));
        Set<RuleId> found = FailureText.broken(actual).stream()
                .map(result -> result.card().id())
                .collect(Collectors.toCollection(TreeSet::new));
        return holds(found.equals(expected), EXACTLY.with(expected, found));
    }

    /**
     * These rules were judged, and hold.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    public VerdictAssert holds(String... rules) {
        isNotNull();
        for (String id : rules) {
            Status status = judged(id).status();
            holds(status == Status.PASS, HOLDS.with(id, status));
        }
        return this;
    }

    private RuleResult judged(String id) {
        return actual.verdict()
                .rule(RuleId.of(id))
                .orElseThrow(() -> new IllegalArgumentException("no rule " + id + " is judged in a run"));
    }

    private VerdictAssert holds(boolean expectation, Text told) {
        if (!expectation) {
            failWithMessage("%s", new FailureText().of(actual, told));
        }
        return this;
    }
}
