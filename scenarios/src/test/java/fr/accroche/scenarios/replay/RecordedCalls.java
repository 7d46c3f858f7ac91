package fr.accroche.scenarios.replay;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Sends, and writes down what it sent and got, as tools that record HTTP do (HAR 1.2). */
final class RecordedCalls {

    private final List<JsonObject> entries = new ArrayList<>();
    private final Supplier<Instant> clock;

    /** @param clock of the chain, which a test moves */
    RecordedCalls(Supplier<Instant> clock) {
        this.clock = clock;
    }

    Response send(WireClient client, ClientRequest request) throws IOException {
        Instant at = clock.get();
        Response answer = client.send(request);
        JsonObject sent = JsonObject.EMPTY
                .with("method", request.method())
                .with("url", request.uri().toString())
                .with("httpVersion", "HTTP/1.1")
                .with("headers", headers(request.headers()));
        String text = new String(request.body(), StandardCharsets.UTF_8);
        JsonObject content = JsonObject.EMPTY
                .with("size", answer.body().length)
                .with("encoding", "base64")
                .with("text", Base64.getEncoder().encodeToString(answer.body()));
        entries.add(JsonObject.EMPTY
                .with("startedDateTime", at.toString())
                .with("time", 12)
                .with("request", text.isEmpty() ? sent : sent.with("postData", JsonObject.EMPTY.with("text", text)))
                .with(
                        "response",
                        JsonObject.EMPTY
                                .with("status", answer.status())
                                .with("headers", headers(answer.headers()))
                                .with("content", content)));
        return answer;
    }

    private static List<JsonObject> headers(Headers headers) {
        return headers.fields().stream()
                .map(field -> JsonObject.EMPTY.with("name", field.name()).with("value", field.value()))
                .toList();
    }

    String har() {
        return har(sent -> sent);
    }

    /** @param changed what a tool leaves of each request */
    String har(UnaryOperator<JsonObject> changed) {
        List<JsonObject> entries = this.entries.stream()
                .map(entry -> entry.with(
                        "request", changed.apply(entry.object("request").orElseThrow())))
                .toList();
        return JsonObject.EMPTY
                .with("log", JsonObject.EMPTY.with("version", "1.2").with("entries", entries))
                .compact();
    }
}
