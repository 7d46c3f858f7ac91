package fr.accroche.compliance.exchange;

import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.util.Objects;

/**
 * What a guard found wrong in one call.
 *
 * @param rule the rule that the call breaks
 * @param sentence what is wrong, with the values
 * @param expected what would have been right, and who says so
 * @param observed what came, and where it was
 */
public record Breach(RuleId rule, Text sentence, Observed expected, Observed observed) {
    public Breach {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(observed, "observed");
    }
}
