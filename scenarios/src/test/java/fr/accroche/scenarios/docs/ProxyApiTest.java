package fr.accroche.scenarios.docs;

import static fr.accroche.scenarios.docs.OpenApiDocument.map;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a running proxy answers in a session, and to wrong calls, is as {@code docs/proxy-api.yaml} says. */
class ProxyApiTest {

    private static final String SINCE = "/traces?start=2000-01-01T00:00:00Z";

    private final OpenApiDocument document = OpenApiDocument.read("proxy-api.yaml");
    private Chain chain;
    private WireClient client;
    private String cookie = "";

    @Test
    void everyAnswerIsInTheDocument() throws Exception {
        MovableClock clock = TestFolders.clock();
        Declaration declaration =
                DeclarationReader.read("accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(clock));
        Chain.Surround around = new Chain.Surround(
                TestFolders.open(clock), Ports.FREE, Stubs.NONE, new InMemoryJournal(1000), clock, new SecureRandom());
        try (Chain started = Chain.start(
                        ChainPlan.sound(declaration), declaration.operations().get(0), around);
                WireClient lps = started.lpsClient()) {
            chain = started;
            client = lps;
            session(declaration.operations().get(0).clientId().value());
        }
    }

    private void session(String clientId) throws IOException {
        answers(200, "GET", "/check/alive", "/check/alive", "");
        answers(400, "POST", "/connect", "/connect", "{");
        answers(400, "POST", "/connect", "/connect", "{}");
        answers(404, "POST", "/connect", "/connect", asking("nobody"));
        answers(401, "GET", "/send/{service}/{path}", "/send/dmp/patients", "");
        answers(404, "GET", "/send/{service}/{path}", "/send/nowhere/x", "");
        answers(401, "DELETE", "/disconnect", "/disconnect", "");
        answers(400, "GET", "/traces", "/traces", "");
        Response connected = answers(200, "POST", "/connect", "/connect", asking(clientId));
        cookie = connected.headers().first("Set-Cookie").orElseThrow().split(";", 2)[0];
        answers(304, "POST", "/connect", "/connect", asking(clientId));
        send("POST", "/send/dmp/patients", "<a/>");
        answers(200, "DELETE", "/disconnect", "/disconnect", "");
        Response traces = answers(200, "GET", "/traces", SINCE, "");
        assertThat(traces.text()).contains("CONNECT_SUCCESS", "CONNECT_REPLAY", "SEND", "DISCONNECT");
    }

    private Response answers(int status, String method, String path, String target, String body) throws IOException {
        Response response = send(method, target, body);
        String what = method + " " + target + " " + body;
        assertThat(response.status()).as(what).isEqualTo(status);
        Map<?, ?> operation = map(map(document.paths().get(path)).get(method.toLowerCase(Locale.ROOT)));
        describes(operation, response, what);
        return response;
    }

    private void describes(Map<?, ?> operation, Response response, String what) {
        Map<?, ?> answers = map(operation.get("responses"));
        assertThat(answers.keySet().stream().map(Object::toString))
                .as(what)
                .contains(String.valueOf(response.status()));
        Map<?, ?> described = document.resolved(map(answers.get(String.valueOf(response.status()))));
        if (!described.containsKey("content")) {
            assertThat(response.body()).as(what).isEmpty();
            return;
        }
        Map<?, ?> content = map(described.get("content"));
        String type = response.headers().first("Content-Type").orElse("");
        assertThat(type).as(what).isIn(content.keySet());
        if (type.endsWith("json")) {
            fits(Json.parse(response.body()), map(map(content.get(type)).get("schema")), what);
        }
    }

    private void fits(Json value, Map<?, ?> reference, String what) {
        Map<?, ?> schema = document.resolved(reference);
        if (value instanceof JsonArray array) {
            array.items().forEach(item -> fits(item, map(schema.get("items")), what));
        }
        if (value instanceof JsonObject object) {
            Map<?, ?> properties = map(schema.get("properties"));
            assertThat(properties.keySet().stream().map(Object::toString).collect(Collectors.toSet()))
                    .as(what)
                    .containsAll(object.members().keySet());
            if (schema.get("required") instanceof List<?> required) {
                assertThat(object.members().keySet())
                        .as(what)
                        .containsAll(required.stream().map(Object::toString).toList());
            }
            object.members().forEach((name, member) -> fits(member, map(properties.get(name)), what));
        }
    }

    private static String asking(String clientId) {
        return JsonObject.EMPTY
                .with("nationalId", "899900000011")
                .with("bindingMessage", "42")
                .with("clientId", clientId)
                .with("channel", "MOBILE")
                .compact();
    }

    private Response send(String method, String target, String body) throws IOException {
        Headers headers = Headers.of("Content-Type", "application/json");
        return client.send(new ClientRequest(
                method,
                chain.uri(Participant.PROXY).resolve(target),
                cookie.isEmpty() ? headers : headers.plus("Cookie", cookie),
                body.getBytes(StandardCharsets.UTF_8)));
    }
}
