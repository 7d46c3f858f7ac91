package fr.accroche.credential;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Why a call is refused, and the answer that says so.
 *
 * @param breaches the rules broken, at least one
 * @param status the HTTP status
 * @param field the request's field, or the register's {@code elu}, {@code elp}, {@code link}, {@code pmt}; empty where no
 *     field is at fault
 * @param message what was expected of it, in English as on the wire
 */
record Refusal(List<Breach> breaches, int status, Optional<String> field, String message) {

    Refusal {
        breaches = List.copyOf(breaches);
        if (breaches.isEmpty()) {
            throw new IllegalArgumentException("a refusal names the rule that was broken");
        }
    }

    /** A refusal for one rule; {@code field} may be null. */
    static Refusal of(
            int status,
            String field,
            String message,
            RuleId rule,
            Text sentence,
            Observed expected,
            Observed observed) {
        return new Refusal(
                List.of(new Breach(rule, sentence, expected, observed)), status, Optional.ofNullable(field), message);
    }

    static Response response(int status, Optional<String> field, String message) {
        JsonObject body = JsonObject.EMPTY
                .with("code", String.valueOf(status))
                .with("message", message)
                .with("field", field.orElse(null));
        return Response.of(status, "application/json", body.compact());
    }
}
