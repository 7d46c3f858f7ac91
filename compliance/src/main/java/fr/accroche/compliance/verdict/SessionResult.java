package fr.accroche.compliance.verdict;

import fr.accroche.compliance.exchange.Exchange;
import java.util.List;
import java.util.Objects;

/**
 * What came of the rules in one session of a run.
 *
 * @param exchange all that was seen of the session
 * @param rules one result for each rule of the catalogue, by id, of what was found in this session
 */
public record SessionResult(Exchange exchange, List<RuleResult> rules) {

    public SessionResult {
        Objects.requireNonNull(exchange, "exchange");
        rules = List.copyOf(rules);
    }
}
