package fr.accroche.compliance.cause;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import java.util.Objects;
import java.util.Optional;

/**
 * The first refusal of a call for a cause, as terse as the real service gives it.
 *
 * @param stage the step of the chain
 * @param server who refuses
 * @param answer the status and the wire error, for example {@code 403 access_denied}; of a handshake that failed, why
 * @param withheld whether accroche let the call go on all the same, to see what else is wrong
 */
public record Refusal(Stage stage, String server, String answer, boolean withheld) {

    public Refusal {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(answer, "answer");
    }

    /** What a hop was refused with, or would have been; empty where it was served. */
    static Optional<Refusal> of(Hop hop) {
        Optional<String> withheld = hop.value(Fact.REFUSAL_WITHHELD);
        if (withheld.isPresent()) {
            return withheld.map(answer -> new Refusal(hop.stage(), hop.server(), answer, true));
        }
        if (hop.succeeded() && hop.answer().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(hop.stage(), hop.server(), answer(hop), false));
    }

    private static String answer(Hop hop) {
        String said = hop.answer().orElse("");
        return hop.status() == 0 ? "TLS alert (" + said + ")" : (hop.status() + " " + said).strip();
    }
}
