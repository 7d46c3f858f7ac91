package fr.accroche.scenarios.proxy;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One session of one LPS through the shared proxy, step by step; each body says whose it is. */
final class LpsSession {

    private static final int MOST_SENDS = 4;

    final String name;
    final Operation operation;
    final Professional person;
    private final SharedProxy proxy;
    private final Deque<String> steps = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private Optional<String> id = Optional.empty();
    private String pscSession = "";

    LpsSession(String name, Operation operation, Professional person, SharedProxy proxy, Random random) {
        this.name = name;
        this.operation = operation;
        this.person = person;
        this.proxy = proxy;
        steps.add("connect");
        int sends = 1 + random.nextInt(MOST_SENDS);
        for (int send = 0; send < sends; send++) {
            steps.add(SharedProxy.ROUTES.get(random.nextInt(SharedProxy.ROUTES.size())));
        }
        if (random.nextBoolean()) {
            steps.add("connect");
        }
        if (random.nextInt(4) > 0) {
            steps.add("disconnect");
        }
    }

    int steps() {
        return steps.size();
    }

    /** The next step; none once it is refused. */
    synchronized void step() throws IOException {
        String step = steps.removeFirst();
        switch (step) {
            case "connect" -> connect();
            case "disconnect" -> expect(200, call("DELETE", "/disconnect", ""), step);
            default -> send(step);
        }
    }

    private void connect() throws IOException {
        String asked = JsonObject.EMPTY
                .with("nationalId", person.nationalId())
                .with("bindingMessage", "42")
                .with("clientId", operation.clientId().value())
                .with("channel", "MOBILE")
                .compact();
        boolean first = id.isEmpty();
        Response response = call("POST", "/connect", asked);
        expect(first ? 200 : 304, response, "connect");
        if (first && response.status() == 200) {
            JsonObject body = Json.parseObject(response.body());
            id = body.text("proxy_session_id");
            pscSession = body.text("session_state").orElseThrow();
            expectHolds(response.headers().first("Set-Cookie").orElse(""), "proxy_session_id=" + id.orElseThrow());
        }
    }

    private void send(String route) throws IOException {
        String body = name + "/" + sent.size();
        Response response = call("POST", "/send/" + route + "/" + body, body);
        expect(200, response, route);
        if (response.status() == 200) {
            sent.add(body);
            expectHolds(response.text(), body);
            expectHolds(response.headers().first("Set-Cookie").orElse(""), "seen=" + body);
        }
    }

    private Response call(String method, String path, String body) throws IOException {
        Headers own = Headers.of("Content-Type", "application/json").plus("Cookie", "lps=" + name);
        Headers headers = id.map(session -> own.with("Cookie", "lps=" + name + "; proxy_session_id=" + session))
                .orElse(own);
        return proxy.connections()
                .send(new ClientRequest(
                        method, proxy.uri().resolve(path), headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    private void expect(int status, Response response, String step) {
        if (response.status() != status) {
            wrong.add(name + " " + step + ": " + response.status() + " "
                    + response.headers().first("Proxy-Status").orElse(""));
        }
    }

    private void expectHolds(String whole, String part) {
        if (!whole.contains(part)) {
            wrong.add(name + ": '" + part + "' was expected in '" + whole + "'");
        }
    }

    synchronized Optional<String> id() {
        return id;
    }

    synchronized String pscSession() {
        return pscSession;
    }

    /** The bodies that were answered. */
    synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    /** Answers that were not its own, or not as the contract has them. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }
}
