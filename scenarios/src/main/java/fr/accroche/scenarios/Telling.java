package fr.accroche.scenarios;

import fr.accroche.compliance.declaration.TelemetryChoices;
import fr.accroche.compliance.text.Text;
import fr.accroche.telemetry.Collector;
import fr.accroche.telemetry.JsonLog;
import fr.accroche.telemetry.Telemetry;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;

/** What of a chain is told to programs that watch, as it is chosen. */
public final class Telling {

    private Telling() {}

    /**
     * Starts telling; it tells nobody where nothing is chosen.
     *
     * @param log where lines go, if that was chosen
     * @param warn told once, if the collector cannot be reached
     */
    public static Telemetry by(TelemetryChoices choices, Optional<JsonLog> log, Consumer<Text> warn) {
        String headers =
                Optional.ofNullable(System.getenv(Collector.HEADERS_VARIABLE)).orElse("");
        return Telemetry.to(
                choices.otlp().map(address -> Collector.at(address, headers)),
                log,
                Version.CURRENT,
                new SecureRandom(),
                warn);
    }
}
