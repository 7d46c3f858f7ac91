package fr.accroche.testcontainers;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The doors of a chain that stays up, as docs/admin-api.yaml has them.
 *
 * @param site where they are
 */
record Doors(URI site) {

    /** One for all chains: it has threads, which last as long as it does, and connections to call over again. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** A session lasts as long as a professional may take; all else is over at once. */
    private static final Duration ANSWER = Duration.ofMinutes(5);

    JsonObject addresses() {
        return json(call("GET", "addresses"));
    }

    JsonObject verdict() {
        return json(call("GET", "verdict"));
    }

    void forget() {
        call("DELETE", "verdict");
    }

    void session(String clientId) {
        call("POST", "sessions", "clientId", clientId);
    }

    IssuedCertificate certificate(String... namesAndValues) {
        return IssuedCertificate.read(call("POST", "certificates", namesAndValues));
    }

    private byte[] call(String method, String door, String... namesAndValues) {
        HttpRequest request = HttpRequest.newBuilder(site.resolve("/__accroche/" + door))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(form(namesAndValues)))
                .build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new DoorException(why(answer));
            }
            return answer.body();
        } catch (IOException broken) {
            throw new DoorException("the chain does not answer at " + request.uri(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DoorException("interrupted while the chain answered", interrupted);
        }
    }

    /** The detail of RFC 9457, or what came instead. */
    private static String why(HttpResponse<byte[]> refusal) {
        Optional<String> detail = Optional.empty();
        try {
            detail = Json.parseObject(refusal.body()).text("detail");
        } catch (JsonException other) {
            // told by its status
        }
        return detail.orElse(refusal.uri() + " answered " + refusal.statusCode());
    }

    private static JsonObject json(byte[] body) {
        try {
            return Json.parseObject(body);
        } catch (JsonException other) {
            throw new DoorException("the image is of another version: it answers no JSON", other);
        }
    }

    private static String form(String... namesAndValues) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return String.join("&", fields);
    }
}
