package fr.accroche.teleservice;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.util.Optional;

/**
 * One reason not to serve a call.
 *
 * @param level where it was found
 * @param breach the rule that the caller broke; empty when the reason is ours, as for what is not simulated
 * @param error what the caller would be answered for it
 */
record Refusal(Level level, Optional<Breach> breach, WireError error) {

    static Refusal of(Level level, RuleId rule, Text sentence, Observed expected, Observed observed, WireError error) {
        return new Refusal(level, Optional.of(new Breach(rule, level.says(sentence), expected, observed)), error);
    }

    /** A refusal that breaks no rule of the chain. */
    static Refusal ours(Level level, WireError error) {
        return new Refusal(level, Optional.empty(), error);
    }
}
