package fr.accroche.compliance.declaration;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What a chain that runs tells programs that watch it (docs/observability.md).
 *
 * @param otlp where traces and metrics go, by OTLP over HTTP, without {@code /v1/traces}; nowhere if empty
 * @param logs how commands write their log
 */
public record TelemetryChoices(Optional<URI> otlp, Logs logs) {

    public static final TelemetryChoices DEFAULT = new TelemetryChoices(Optional.empty(), Logs.TEXT);

    public TelemetryChoices {
        Objects.requireNonNull(otlp, "otlp");
        Objects.requireNonNull(logs, "logs");
    }

    /** How each line of the log is written. */
    public enum Logs {
        /** For people. */
        TEXT,
        /** A JSON object. */
        JSON
    }

    public TelemetryChoices withOtlp(URI collector) {
        return new TelemetryChoices(Optional.of(collector), logs);
    }

    public TelemetryChoices with(Logs format) {
        return new TelemetryChoices(otlp, format);
    }

    /** The address of a collector; empty where none can be called so, or it would show a password. */
    public static Optional<URI> collector(String text) {
        return ParticipantsReader.parsed(text)
                .filter(address -> "http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    }
}
