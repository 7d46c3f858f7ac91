package fr.accroche.proxy;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** An LPS that keeps its cookie. */
final class Lps {

    private static final byte[] NOTHING = {};

    private final WireClient client;
    private final URI proxy;
    private Optional<String> cookie = Optional.empty();
    private Optional<String> authorization = Optional.empty();

    Lps(WireClient client, URI proxy) {
        this.client = client;
        this.proxy = proxy;
    }

    /** Connects as this client. */
    Response connect(String clientId) throws IOException {
        return connect(asking(clientId));
    }

    static JsonObject asking(String clientId) {
        return JsonObject.EMPTY
                .with("nationalId", Chain.PERSON)
                .with("bindingMessage", "42")
                .with("clientId", clientId)
                .with("channel", "CARD");
    }

    Response connect(JsonObject body) throws IOException {
        return call("POST", "/connect", Headers.of("Content-Type", "application/json"), body.compact());
    }

    Response get(String path) throws IOException {
        return call("GET", path, Headers.EMPTY, NOTHING);
    }

    Response post(String path, String body) throws IOException {
        return call("POST", path, Headers.of("Content-Type", "application/soap+xml"), body);
    }

    Response disconnect() throws IOException {
        return call("DELETE", "/disconnect", Headers.EMPTY, NOTHING);
    }

    Response call(String method, String path, Headers headers, String body) throws IOException {
        return call(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    Response call(String method, String path, Headers headers, byte[] body) throws IOException {
        Headers proved =
                authorization.map(proof -> headers.plus("Authorization", proof)).orElse(headers);
        Headers all = cookie.map(held -> proved.plus("Cookie", held)).orElse(proved);
        Response response = client.send(new ClientRequest(method, URI.create(proxy + path), all, body));
        response.headers()
                .first("Set-Cookie")
                .ifPresent(set -> cookie = Optional.of(set)
                        .filter(value -> !value.contains("Max-Age=0"))
                        .map(value -> value.split(";")[0]));
        return response;
    }

    /** Proves itself by HTTP Basic from now on. */
    Lps proving(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        return this;
    }

    /** What it sends as cookie. */
    Optional<String> cookie() {
        return cookie;
    }

    Lps holding(String held) {
        cookie = Optional.of(held);
        return this;
    }
}
