package fr.accroche.telemetry;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A log whose every line is a JSON object, by the names of the Elastic Common Schema (ECS logging, which asks for
 * {@code @timestamp}, {@code log.level}, {@code message} and {@code ecs.version}). Thread-safe where its lines are.
 *
 * @param lines where they go
 * @param clock real time
 */
public record JsonLog(Consumer<String> lines, Clock clock) {

    private static final String ECS = "8.17.0";
    private static final String LOGGER = "accroche";

    /** How much a line matters. */
    public enum Level {
        INFO,
        WARN,
        ERROR
    }

    /** A sentence of accroche itself. */
    public void say(Level level, String message) {
        write(clock.instant(), level, LOGGER, message, JsonObject.EMPTY.with("service.name", LOGGER));
    }

    void write(Instant at, Level level, String logger, String message, JsonObject fields) {
        JsonObject entry = JsonObject.EMPTY
                .with("@timestamp", at.toString())
                .with("log.level", level.name())
                .with("message", Observed.plain(message))
                .with("ecs.version", ECS)
                .with("log.logger", logger);
        for (Map.Entry<String, Json> field : fields.members().entrySet()) {
            entry = entry.with(field.getKey(), field.getValue());
        }
        lines.accept(entry.compact());
    }
}
