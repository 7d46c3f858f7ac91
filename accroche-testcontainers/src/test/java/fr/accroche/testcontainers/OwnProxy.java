package fr.accroche.testcontainers;

import com.sun.net.httpserver.HttpExchange;
import fr.accroche.wire.json.Json;
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
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Proxy e-Santé on this machine, of one session at a time, before the chain in a container.
 *
 * @param clientId as whom it calls
 * @param addresses what it is configured with
 * @param http over the certificate that it presents
 * @param tokens of the session, by route
 */
record OwnProxy(String clientId, ChainAddresses addresses, HttpClient http, Map<String, String> tokens) {

    static OwnProxy of(String clientId, ChainAddresses addresses, IssuedCertificate presented) {
        HttpClient http =
                HttpClient.newBuilder().sslContext(presented.sslContext()).build();
        return new OwnProxy(clientId, addresses, http, new HashMap<>());
    }

    private record Answer(int status, String type, byte[] body) {
        JsonObject json() throws IOException {
            return Json.parseObject(body);
        }

        String text(String member) throws IOException {
            return json().text(member).orElseThrow();
        }
    }

    /** One call of the LPS, as the ANS contract has it. */
    void serve(HttpExchange call) throws IOException {
        byte[] asked = call.getRequestBody().readAllBytes();
        String[] path = call.getRequestURI().getPath().split("/", 4);
        try (call) {
            Answer answer = switch (path[1]) {
                case "connect" -> connect(Json.parseObject(asked), call);
                case "send" -> pass(path[2], path[3], asked, call);
                default -> new Answer(200, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
            };
            call.getResponseHeaders().set("Content-Type", answer.type());
            call.sendResponseHeaders(answer.status(), 0);
            call.getResponseBody().write(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer connect(JsonObject asked, HttpExchange call) throws IOException, InterruptedException {
        Answer login = login(asked, send(HttpRequest.newBuilder(addresses.discovery())));
        for (Map.Entry<String, ChainAddresses.Teleservice> each :
                addresses.teleservices().entrySet()) {
            Answer exchange = post(
                    each.getValue().token(),
                    Map.of(
                            "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                            "subject_issuer", "psc",
                            "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                            "subject_token", login.text("access_token")));
            if (exchange.status() != 200) {
                return exchange;
            }
            tokens.put(each.getKey(), exchange.text("access_token"));
        }
        call.getResponseHeaders().set("Set-Cookie", "proxy_session_id=only; Path=/; HttpOnly");
        JsonObject answer = JsonObject.EMPTY.with("session_state", login.text("session_state"));
        return new Answer(200, "application/json", answer.compact().getBytes(StandardCharsets.UTF_8));
    }

    /** CIBA Core §7.1 and §10.1; the chain's clock is moved on, so that nobody waits for the interval. */
    private Answer login(JsonObject asked, Answer psc) throws IOException, InterruptedException {
        Answer pending = post(
                URI.create(psc.text("backchannel_authentication_endpoint")),
                Map.of(
                        "scope", "openid scope_all",
                        "acr_values", "eidas1",
                        "login_hint", asked.text("nationalId").orElseThrow(),
                        "binding_message", asked.text("bindingMessage").orElseThrow(),
                        "channel", asked.text("channel").orElseThrow()));
        long interval = pending.json().integer("interval").orElseThrow();
        post(addresses.issuer().resolve("/__accroche/clock"), "advance=PT" + interval + "S");
        return post(
                URI.create(psc.text("token_endpoint")),
                Map.of("grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", pending.text("auth_req_id")));
    }

    private Answer pass(String route, String path, byte[] asked, HttpExchange call)
            throws IOException, InterruptedException {
        URI target = URI.create(addresses.teleservice(route).target() + "/" + path);
        return send(HttpRequest.newBuilder(target)
                .header("Authorization", "Bearer " + tokens.get(route))
                .header("Content-Type", call.getRequestHeaders().getFirst("Content-Type"))
                .POST(BodyPublishers.ofByteArray(asked)));
    }

    private Answer post(URI to, Map<String, String> form) throws IOException, InterruptedException {
        return post(
                to,
                form.entrySet().stream()
                        .map(field -> "&" + field.getKey() + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("", "client_id=" + clientId, "")));
    }

    private Answer post(URI to, String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse("text/plain"), answer.body());
    }
}
