package fr.accroche.scenarios.report;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A call that a server refused for rules, or would have refused, had that not been withheld.
 *
 * @param stage where in the chain
 * @param server which server
 * @param answer the status and the terse wire error, as {@code 403 access_denied}
 * @param withheld whether the call went on
 * @param rules those that it broke there, each once
 */
public record Refusal(Stage stage, String server, String answer, boolean withheld, List<RuleId> rules) {

    public Refusal {
        rules = List.copyOf(rules);
    }

    /** Those of a run, in the order of the calls; what one server says of several calls for the same rules is there once. */
    public static List<Refusal> of(Verdict verdict) {
        return verdict.exchanges().stream()
                .map(Exchange::hops)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Hop::at))
                .flatMap(hop -> of(hop).stream())
                .distinct()
                .toList();
    }

    private static Optional<Refusal> of(Hop hop) {
        Optional<String> withheld = hop.value(Fact.REFUSAL_WITHHELD);
        if (withheld.isEmpty() && (hop.succeeded() || hop.breaches().isEmpty())) {
            return Optional.empty();
        }
        List<RuleId> rules =
                hop.breaches().stream().map(Breach::rule).distinct().toList();
        return Optional.of(new Refusal(
                hop.stage(), hop.server(), withheld.orElseGet(() -> answered(hop)), withheld.isPresent(), rules));
    }

    private static String answered(Hop hop) {
        return (hop.status() == 0 ? "" : hop.status() + " ") + hop.answer().orElse("");
    }

    /** What a call was answered, and beside it what it would have been, had that not been withheld: {@code 200 (403 access_denied)}. */
    public static String beside(Hop hop) {
        return hop.value(Fact.REFUSAL_WITHHELD)
                .map(answer -> " (" + answer + ")")
                .orElse("");
    }
}
