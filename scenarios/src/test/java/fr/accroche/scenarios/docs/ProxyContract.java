package fr.accroche.scenarios.docs;

import static fr.accroche.scenarios.docs.OpenApiDocument.map;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An LPS that holds every answer of a proxy against {@code docs/proxy-api.yaml}: status, header fields, body. */
final class ProxyContract {

    /** What an answer of the proxy's own has only if the document says so. */
    private static final List<String> DESCRIBED =
            List.of("Set-Cookie", "Proxy-Status", "X-Accroche-Diagnosis", "WWW-Authenticate", "Accept", "Retry-After");

    private final OpenApiDocument document = OpenApiDocument.read("proxy-api.yaml");
    private final WireClient client;
    private final URI proxy;
    private String cookie = "";

    ProxyContract(WireClient client, URI proxy) {
        this.client = client;
        this.proxy = proxy;
    }

    /** Calls, expects this status, and that the answer is as the document describes it at this path. */
    Response answers(int status, String method, String path, String target, String body) throws IOException {
        Response response = send(method, target, body);
        String what = method + " " + target + " " + body;
        assertThat(response.status()).as(what).isEqualTo(status);
        Map<?, ?> answers = map(map(map(document.paths().get(path)).get(method.toLowerCase(Locale.ROOT)))
                .get("responses"));
        assertThat(answers.keySet().stream().map(Object::toString)).as(what).contains(String.valueOf(status));
        Map<?, ?> described = document.resolved(map(answers.get(String.valueOf(status))));
        headers(described, response, what);
        body(described, response, what);
        return response;
    }

    /** A call whose answer is not the proxy's own. */
    Response send(String method, String target, String body) throws IOException {
        Headers headers = Headers.of("Content-Type", body.startsWith("<") ? "application/xml" : "application/json");
        return client.send(new ClientRequest(
                method,
                proxy.resolve(target),
                cookie.isEmpty() ? headers : headers.plus("Cookie", cookie),
                body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Connects, and keeps the cookie from then on. */
    void connect(String clientId) throws IOException {
        Response connected = answers(200, "POST", "/connect", "/connect", asking(clientId));
        cookie = connected.headers().first("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    static String asking(String clientId) {
        return JsonObject.EMPTY
                .with("nationalId", "899900000011")
                .with("bindingMessage", "42")
                .with("clientId", clientId)
                .with("channel", "MOBILE")
                .compact();
    }

    private void headers(Map<?, ?> described, Response response, String what) {
        Map<?, ?> headers = described.get("headers") instanceof Map<?, ?> some ? some : Map.of();
        for (String name : DESCRIBED) {
            if (!headers.containsKey(name)) {
                assertThat(response.headers().all(name)).as(what + " " + name).isEmpty();
            }
        }
        headers.forEach((name, reference) -> {
            Map<?, ?> header = document.resolved(map(reference));
            List<String> values = response.headers().all(name.toString());
            if (Boolean.TRUE.equals(header.get("required"))) {
                assertThat(values).as(what + " " + name).isNotEmpty();
            }
            for (String value : values) {
                assertThat(SchemaCheck.of(document, map(header.get("schema")), new JsonText(value)))
                        .as(what + " " + name + ": " + value)
                        .isEmpty();
            }
        });
    }

    private void body(Map<?, ?> described, Response response, String what) {
        boolean bare = response.body().length == 0
                && described.get("description").toString().contains("no body"); // OpenAPI has only words for that
        if (bare || !described.containsKey("content")) {
            assertThat(response.body()).as(what).isEmpty();
            return;
        }
        Map<?, ?> content = map(described.get("content"));
        String type = response.headers().first("Content-Type").orElse("");
        assertThat(type).as(what).isIn(content.keySet());
        Map<?, ?> schema = map(map(content.get(type)).get("schema"));
        Json value = type.endsWith("json") ? Json.parse(response.body()) : new JsonText(response.text());
        assertThat(SchemaCheck.of(document, schema, value)).as(what).isEmpty();
    }
}
