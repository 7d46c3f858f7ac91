package fr.accroche.scenarios.report.html;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.scenarios.report.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One call as a page shows it.
 *
 * @param number in its session, from 1
 * @param id of its row in the page, where something leads there
 * @param results of the rules that it broke, or leaves in doubt
 */
record Step(int number, String id, Hop hop, Route route, List<RuleResult> results) {

    /** What becomes of a call, by its mark. */
    enum State {
        FINE("✓"),
        /** Refused without a rule that says why, answered on demand, or a person must look. */
        DOUBT("!"),
        BROKEN("✗");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }

        String mark() {
            return mark;
        }

        String cssClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Step {
        results = List.copyOf(results);
    }

    State state() {
        if (results.stream().anyMatch(result -> result.status().compareTo(Status.FAIL) <= 0)) {
            return State.BROKEN;
        }
        return results.isEmpty()
                        && hop.succeeded()
                        && hop.fact(Fact.REFUSAL_WITHHELD).isEmpty()
                ? State.FINE
                : State.DOUBT;
    }

    List<RuleId> rules() {
        return results.stream().map(result -> result.card().id()).toList();
    }

    /**
     * The status, and the terse error that the real service would give as well, or would have given in its place; empty where
     * nothing was answered.
     */
    Optional<String> answer() {
        return hop.status() == 0
                ? hop.answer()
                : Optional.of(
                        hop.status() + hop.answer().map(error -> " " + error).orElse("") + Refusal.beside(hop));
    }
}
