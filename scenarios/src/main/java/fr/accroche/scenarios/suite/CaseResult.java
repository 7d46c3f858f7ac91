package fr.accroche.scenarios.suite;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.RuleResult;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of one case.
 *
 * @param played the case
 * @param status its result
 * @param checks what was looked at, in order
 * @param broken the rules of the rule book found broken in its exchange, those that the case is not about too
 * @param reason why it could not be judged
 * @param hops what the simulators saw
 * @param took in real time
 */
public record CaseResult(
        ProxyCase played,
        Status status,
        List<Check> checks,
        List<RuleResult> broken,
        Optional<Text> reason,
        List<Hop> hops,
        Duration took) {

    public CaseResult {
        Objects.requireNonNull(played, "played");
        Objects.requireNonNull(status, "status");
        checks = List.copyOf(checks);
        broken = List.copyOf(broken);
        Objects.requireNonNull(reason, "reason");
        hops = List.copyOf(hops);
    }

    /** The checks that did not hold. */
    public List<Check> failed() {
        return checks.stream().filter(check -> !check.held()).toList();
    }

    /** The broken rules that the case is about. */
    public List<RuleResult> ownBroken() {
        return broken.stream()
                .filter(result -> played.rules().contains(result.card().id()))
                .toList();
    }

    /** Whether there is something to mend. */
    public boolean wrong() {
        return status.compareTo(Status.PASS) < 0;
    }
}
