package sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * A Proxy e-Santé for one LPS: CIBA, then a token for each téléservice, then passe-plat. A sample to test, and nothing to deploy: it
 * answers one call at a time, and ends no session.
 */
record SmallProxy(String clientId, URI discovery, Map<String, Route> routes, HttpClient http, Map<String, String> tokens) {

    /** Of a téléservice: where its tokens are exchanged, and where its requests go. */
    record Route(URI token, URI target) {}

    record Answer(int status, String body) {
        String field(String name) {
            Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]*)").matcher(body);
            return found.find() ? found.group(1) : "";
        }
    }

    static HttpServer start(String clientId, URI discovery, Map<String, Route> routes, SSLContext tls) throws IOException {
        HttpClient http = HttpClient.newBuilder().sslContext(tls).build();
        SmallProxy proxy = new SmallProxy(clientId, discovery, routes, http, new ConcurrentHashMap<>());
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", proxy::serve);
        server.start();
        return server;
    }

    private void serve(HttpExchange call) throws IOException {
        Answer asked = new Answer(200, new String(call.getRequestBody().readAllBytes(), UTF_8));
        String[] path = call.getRequestURI().getPath().split("/", 4);
        try (call) {
            Answer answer = switch (path[1]) {
                case "connect" -> connect(asked, call);
                case "send" -> pass(asked, path[2], path[3], call);
                default -> new Answer(200, "{}");
            };
            call.sendResponseHeaders(answer.status(), 0);
            call.getResponseBody().write(answer.body().getBytes(UTF_8));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer connect(Answer asked, HttpExchange call) throws IOException, InterruptedException {
        Answer psc = send(HttpRequest.newBuilder(discovery));
        Answer pending = post(psc.field("backchannel_authentication_endpoint"), Map.of(
                "scope", "openid scope_all", "acr_values", "eidas1", "login_hint", asked.field("nationalId"),
                "binding_message", asked.field("bindingMessage"), "channel", asked.field("channel")));
        Answer login = pending;
        while (pending.status() == 200 && (login == pending || login.body().contains("authorization_pending"))) {
            Thread.sleep(1000 * Long.parseLong(pending.field("interval")));
            login = post(psc.field("token_endpoint"), Map.of(
                    "grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", pending.field("auth_req_id")));
        }
        String session = UUID.randomUUID().toString();
        for (String route : login.status() == 200 ? routes.keySet() : Map.<String, Route>of().keySet()) {
            Answer exchange = post(routes.get(route).token().toString(), Map.of(
                    "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange", "subject_issuer", "psc",
                    "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                    "subject_token", login.field("access_token")));
            if (exchange.status() != 200) {
                return exchange;
            }
            tokens.put(session + route, exchange.field("access_token"));
        }
        call.getResponseHeaders().set("Set-Cookie", "proxy_session_id=" + session + "; Path=/; HttpOnly");
        return new Answer(login.status(), "{\"session_state\":\"" + login.field("session_state") + "\"}");
    }

    private Answer pass(Answer asked, String route, String path, HttpExchange call) throws IOException, InterruptedException {
        String session = call.getRequestHeaders().getFirst("Cookie").replace("proxy_session_id=", "");
        return send(HttpRequest.newBuilder(URI.create(routes.get(route).target() + "/" + path))
                .header("Authorization", "Bearer " + tokens.get(session + route))
                .header("Content-Type", call.getRequestHeaders().getFirst("Content-Type"))
                .POST(BodyPublishers.ofString(asked.body())));
    }

    private Answer post(String to, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("", "client_id=" + clientId, ""));
        return send(HttpRequest.newBuilder(URI.create(to))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }
}
