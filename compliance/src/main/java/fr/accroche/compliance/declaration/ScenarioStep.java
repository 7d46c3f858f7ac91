package fr.accroche.compliance.declaration;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What the LPS of a scenario does next. */
public sealed interface ScenarioStep {

    /** It logs in, which opens a session. */
    record Connect() implements ScenarioStep {}

    /**
     * It sends business requests.
     *
     * @param to the one téléservice that they go to; empty for each that it calls
     */
    record Send(Optional<Teleservice> to) implements ScenarioStep {
        public Send {
            Objects.requireNonNull(to, "to");
        }
    }

    /**
     * Time passes: the clock of the chain moves on.
     *
     * @param time how much, by that clock
     */
    record Wait(Duration time) implements ScenarioStep {
        public Wait {
            Objects.requireNonNull(time, "time");
        }
    }

    /** It closes its session. */
    record Disconnect() implements ScenarioStep {}
}
