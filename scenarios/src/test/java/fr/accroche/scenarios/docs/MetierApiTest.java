package fr.accroche.scenarios.docs;

import static fr.accroche.scenarios.docs.OpenApiDocument.map;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.redis.FailingState;
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
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.MemoryState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a running métier proxy answers is as {@code docs/proxy-metier-api.yaml} says, and the examples are what it answers. */
class MetierApiTest {

    private static final Path DOCS = Path.of("..", "docs");

    private final OpenApiDocument document = OpenApiDocument.read("proxy-metier-api.yaml");
    private Chain chain;
    private WireClient client;
    private String cookie = "";

    @Test
    void everyOperationIsInTheDocumentWithItsSchemas() {
        assertThat(document.paths().keySet().stream().map(Object::toString).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(BusinessOperation.values())
                        .map(MetierApiTest::path)
                        .collect(Collectors.toSet()));
        for (BusinessOperation operation : BusinessOperation.values()) {
            Map<?, ?> post = post(path(operation));
            assertThat(schema(map(post.get("requestBody")), "application/json"))
                    .isEqualTo("schemas/" + operation.schema() + ".request.schema.json");
            assertThat(schema(map(map(post.get("responses")).get("200")), "application/json"))
                    .isEqualTo("schemas/" + operation.schema() + ".answer.schema.json");
        }
        assertThat(Arrays.stream(document.root().toString().split("schemas/")).skip(1))
                .isNotEmpty()
                .allSatisfy(rest -> assertThat(DOCS.resolve("schemas").resolve(rest.split("[},]", 2)[0]))
                        .exists());
    }

    @Test
    void everyAnswerIsInTheDocument() throws Exception {
        MovableClock clock = TestFolders.clock();
        Declaration declaration = DeclarationReader.read(
                "accroche.yaml", ShippedDeclaration.NON_AUTONOME_DANS_PROXY.yaml(), LocalDate.now(clock));
        FailingState state = new FailingState(new MemoryState(clock));
        Chain.Surround around = new Chain.Surround(
                TestFolders.open(clock),
                Ports.FREE,
                Stubs.NONE,
                new InMemoryJournal(1000),
                clock,
                new SecureRandom(),
                state);
        try (Chain started = Chain.start(
                        ChainPlan.sound(declaration), declaration.operations().get(0), around);
                WireClient lps = started.lpsClient()) {
            chain = started;
            client = lps;
            session(declaration.operations().get(0).clientId().value());
            state.goAway();
            for (BusinessOperation operation : BusinessOperation.values()) {
                answers(503, operation, "application/json", example(operation, "request"));
            }
        }
    }

    private void session(String clientId) throws IOException {
        BusinessOperation first = BusinessOperation.EXISTENCE_TEST;
        answers(401, first, "application/json", example(first, "request"));
        Response connected = send(
                "POST",
                "/connect",
                "application/json",
                JsonObject.EMPTY
                        .with("nationalId", "899900000011")
                        .with("bindingMessage", "42")
                        .with("clientId", clientId)
                        .with("channel", "MOBILE")
                        .compact());
        cookie = connected.headers().first("Set-Cookie").orElseThrow().split(";", 2)[0];
        for (BusinessOperation operation : BusinessOperation.values()) {
            Response answer = answers(200, operation, "application/json", example(operation, "request"));
            assertThat(Json.parseObject(answer.body()))
                    .as(operation.toString())
                    .isEqualTo(Json.parseObject(example(operation, "answer").getBytes(StandardCharsets.UTF_8)));
            answers(400, operation, "application/json", "{}");
            answers(415, operation, "application/soap+xml", "<soap/>");
        }
        answers(403, first, "application/json", example(first, "request").replace("899900000011", "899900000029"));
        answers(422, first, "application/json", example(first, "request").replace("0113\"", "0114\""));
        chain.faults(Participant.DMP).add(FaultOrder.next("business", new FaultAct.Status(503)));
        answers(502, first, "application/json", example(first, "request"));
    }

    private Response answers(int status, BusinessOperation operation, String type, String body) throws IOException {
        Response response = send("POST", path(operation), type, body);
        String what = operation + " " + type + " " + response.text();
        assertThat(response.status()).as(what).isEqualTo(status);
        Map<?, ?> answers = map(post(path(operation)).get("responses"));
        Map<?, ?> described = document.resolved(map(answers.get(String.valueOf(status))));
        assertThat(response.headers().first("Content-Type").orElse(""))
                .as(what)
                .isIn(map(described.get("content")).keySet());
        return response;
    }

    private Map<?, ?> post(String path) {
        return map(map(document.paths().get(path)).get("post"));
    }

    private static String schema(Map<?, ?> holder, String type) {
        return map(map(map(holder.get("content")).get(type)).get("schema"))
                .get("$ref")
                .toString();
    }

    private static String path(BusinessOperation operation) {
        return "/send/" + operation.route() + operation.door();
    }

    private static String example(BusinessOperation operation, String kind) throws IOException {
        return Files.readString(DOCS.resolve("examples").resolve(operation.schema() + "." + kind + ".json"));
    }

    private Response send(String method, String target, String type, String body) throws IOException {
        Headers headers = Headers.of("Content-Type", type);
        return client.send(new ClientRequest(
                method,
                chain.uri(Participant.PROXY).resolve(target),
                cookie.isEmpty() ? headers : headers.plus("Cookie", cookie),
                body.getBytes(StandardCharsets.UTF_8)));
    }
}
