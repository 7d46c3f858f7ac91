package fr.accroche.compliance.rule;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import java.util.Objects;

/**
 * What a rule found in one place.
 *
 * @param rule the rule
 * @param status held, broken, or to review
 * @param stage the step of the chain
 * @param server the server that saw it
 * @param expected what the rule asks for, and which declaration or document says so
 * @param observed what was there, and where
 */
public record Finding(RuleId rule, Status status, Stage stage, String server, Observed expected, Observed observed) {
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(observed, "observed");
    }
}
