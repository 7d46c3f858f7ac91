package fr.accroche.scenarios.suite;

import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * One trace of a proxy.
 *
 * @param json as it was given out
 */
record Traced(JsonObject json) {

    /** How far apart the clocks of the proxy and of the suite may be. */
    static final Duration SKEW = Duration.ofSeconds(10);

    private static final String NOTHING = "—";

    /** Those since a moment, in their order; none where the answer is no array. */
    static List<Traced> since(Scene scene, Instant begun) throws IOException {
        scene.tick();
        return read(scene.lps().call("GET", "/traces?start=" + begun.minus(SKEW)));
    }

    static List<Traced> read(Response answer) {
        try {
            return Json.parse(answer.body()) instanceof JsonArray array
                    ? array.objects().stream().map(Traced::new).toList()
                    : List.of();
        } catch (JsonException none) {
            return List.of();
        }
    }

    boolean isOf(Live session) {
        return text("proxy_id_session").equals(session.id());
    }

    /** A text; a dash where it is not there or no text. */
    String text(String name) {
        return json.text(name).orElse(NOTHING);
    }

    boolean isNull(String name) {
        return json.get(name).filter(JsonNull.class::isInstance).isPresent();
    }

    String names() {
        return json.members().keySet().stream().sorted().collect(Collectors.joining(" "));
    }

    JsonObject sent() {
        return json.object("apiRequest").orElse(JsonObject.EMPTY);
    }

    /** How many ports it names; -1 where one is no port. */
    int ports() {
        List<Json> items = json.array("ports").map(JsonArray::items).orElse(List.of());
        boolean sound = items.stream()
                .allMatch(item -> item instanceof JsonNumber number
                        && number.value().intValue() > 0
                        && number.value().intValue() < 65_536);
        return sound ? items.size() : -1;
    }

    Optional<Instant> timestamp() {
        try {
            return Optional.of(OffsetDateTime.parse(text("timestamp")).toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether it names the subject of a certificate, however that is written. */
    boolean names(String subject) {
        try {
            return new X500Principal(text("dn")).equals(new X500Principal(subject));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
