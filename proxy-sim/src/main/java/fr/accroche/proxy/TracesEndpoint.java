package fr.accroche.proxy;

import fr.accroche.wire.Form;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code GET /traces?start=…&end=…}: what the proxy did between two moments (docs/sources.md, ANS proxy). The
 * contract asks for no authentication, although a trace names a person and a session: keep the port to oneself.
 */
final class TracesEndpoint implements Handler {

    private static final String NDJSON = "application/x-ndjson";

    private final Traces traces;
    private final ProxyDefects defects;

    TracesEndpoint(Traces traces, ProxyDefects defects) {
        this.traces = traces;
        this.defects = defects;
    }

    @Override
    public Response handle(Request request) {
        try {
            Form query = Form.parse(request.query());
            OffsetDateTime start = moment(query, "start")
                    .orElseThrow(() -> new IllegalArgumentException("start is missing: give an ISO-8601 moment"));
            OffsetDateTime end = moment(query, "end").orElseGet(traces::now);
            List<JsonObject> found = traces.between(start, end).stream()
                    .map(Trace::json)
                    .map(defects::traced)
                    .toList();
            return wantsLines(request) ? lines(found) : array(found);
        } catch (IllegalArgumentException e) {
            return WireError.problem(400, "Bad Request", e.getMessage(), request.path())
                    .response();
        }
    }

    private static Optional<OffsetDateTime> moment(Form query, String name) {
        return query.first(name).map(value -> {
            try {
                return OffsetDateTime.parse(value);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        name + " must be like 2026-11-22T10:00:00Z or 2026-11-22T11:00:00%2B01:00", e);
            }
        });
    }

    private static boolean wantsLines(Request request) {
        return request.headers().all("Accept").stream().anyMatch(accept -> accept.contains(NDJSON));
    }

    private static Response lines(List<JsonObject> found) {
        return Response.of(
                200, NDJSON, found.stream().map(trace -> trace.compact() + "\n").collect(Collectors.joining()));
    }

    private static Response array(List<JsonObject> found) {
        return Response.of(200, "application/json", new JsonArray(List.<Json>copyOf(found)).compact());
    }
}
