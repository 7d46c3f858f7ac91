package fr.accroche.scenarios.scenario;

import fr.accroche.compliance.text.Text;
import java.util.Objects;

/**
 * A scenario that could not be played: nothing is known of what it would have come to.
 *
 * @param reason what was in the way, for example a busy port or a participant of the vendor's that does not answer
 */
public record Unplayed(Scenario scenario, Text reason) {

    public Unplayed {
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(reason, "reason");
    }
}
