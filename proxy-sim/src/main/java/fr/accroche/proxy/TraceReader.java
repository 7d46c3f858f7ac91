package fr.accroche.proxy;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads what {@link Trace#json()} writes. */
final class TraceReader {

    private TraceReader() {}

    /**
     * @throws IllegalArgumentException if it is no trace
     */
    static Trace read(JsonObject trace) {
        try {
            return new Trace(
                    Trace.Type.valueOf(required(trace, "type")),
                    new Trace.Person(required(trace, "IdRPPS"), required(trace, "clientId")),
                    new Trace.Origin(required(trace, "ipAddress"), ports(trace)),
                    trace.text("proxy_id_session")
                            .map(id -> new Trace.SessionIds(new Token(id), required(trace, "session_state"))),
                    trace.text("dn"),
                    OffsetDateTime.parse(required(trace, "timestamp")),
                    trace.object("apiRequest").map(TraceReader::sent));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("timestamp is none", e);
        }
    }

    private static Trace.Sent sent(JsonObject call) {
        return new Trace.Sent(required(call, "nomApiPsc"), required(call, "methode"), required(call, "path"));
    }

    private static List<Integer> ports(JsonObject trace) {
        return trace.array("ports").map(JsonArray::items).orElseGet(List::of).stream()
                .map(TraceReader::port)
                .toList();
    }

    private static Integer port(Json port) {
        if (port instanceof JsonNumber number) {
            return number.value().intValue();
        }
        throw new IllegalArgumentException("a port is a number");
    }

    private static String required(JsonObject of, String name) {
        Optional<String> text = of.text(name);
        return text.orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}
