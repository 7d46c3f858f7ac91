package fr.accroche.authserver;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.util.Objects;

/**
 * Why a call is refused, and the wire error that the real server would answer.
 *
 * @param breach the rule broken
 * @param wire the error answered, if this is the first refusal of its call
 */
public record OAuthRefusal(Breach breach, OAuthError wire) {

    public OAuthRefusal {
        Objects.requireNonNull(breach, "breach");
        Objects.requireNonNull(wire, "wire");
    }

    public static OAuthRefusal of(RuleId rule, Text sentence, Observed expected, Observed observed, OAuthError wire) {
        return new OAuthRefusal(new Breach(rule, sentence, expected, observed), wire);
    }
}
