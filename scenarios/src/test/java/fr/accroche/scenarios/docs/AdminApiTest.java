package fr.accroche.scenarios.docs;

import static fr.accroche.scenarios.docs.OpenApiDocument.map;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.WrittenScenario.OnDemand;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.text.Language;
import fr.accroche.redis.FailingState;
import fr.accroche.scenarios.RunningChain;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.door.UpDoors;
import fr.accroche.scenarios.scenario.OnDemandWords;
import fr.accroche.telemetry.Telemetry;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.MemoryState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code docs/admin-api.yaml} and what the servers of a running chain serve are one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminApiTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final Map<String, List<Participant>> SERVERS = Map.of(
            "every",
            Arrays.stream(Participant.values())
                    .filter(each -> each != Participant.IGC)
                    .toList(),
            "psc",
            List.of(Participant.PSC),
            "tokens",
            List.of(Participant.PSC, Participant.API_PSC),
            "igc",
            List.of(Participant.IGC),
            "up",
            List.of(Participant.IGC));

    private final MovableClock clock = TestFolders.clock();
    private final FailingState state = new FailingState(new MemoryState(clock));
    private final OpenApiDocument document = OpenApiDocument.read("admin-api.yaml");
    private Chain chain;
    private WireClient client;

    @BeforeAll
    void start() throws Exception {
        Declaration declaration =
                DeclarationReader.read("accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(clock));
        UpDoors doors = new UpDoors(Language.EN);
        InMemoryJournal journal = new InMemoryJournal(1000);
        Chain.Surround around = new Chain.Surround(
                        TestFolders.open(clock), Ports.FREE, Stubs.NONE, journal, clock, new SecureRandom(), state)
                .with(doors.routes());
        ChainPlan plan = ChainPlan.sound(declaration);
        chain = Chain.start(plan, declaration.operations().get(0), around);
        doors.open(RunningChain.of(plan, chain, around, journal, Telemetry.NONE));
        client = chain.lpsClient();
    }

    @AfterAll
    void stop() {
        client.close();
        chain.close();
    }

    @Test
    void everyServerServesExactlyTheMethodsOfEachPath() throws IOException {
        for (Map.Entry<?, ?> path : document.paths().entrySet()) {
            Set<String> documented = methods(map(path.getValue()));
            for (Participant server : servers(map(path.getValue()))) {
                if (!chain.uris().containsKey(server)) {
                    continue;
                }
                Response response = send(server, "PATCH", path.getKey().toString(), "");
                assertThat(response.status()).as(server + " " + path.getKey()).isEqualTo(405);
                Set<String> served = new TreeSet<>(
                        List.of(response.headers().first("Allow").orElseThrow().split(", ")));
                served.remove("HEAD");
                assertThat(served).as(server + " " + path.getKey()).isEqualTo(documented);
            }
        }
    }

    @Test
    void answersAreAsDescribed() throws IOException {
        describesEachDoor();
    }

    @Test
    void withoutTheStateThatCopiesShareToo() throws IOException {
        state.goAway();
        try {
            assertThat(describesEachDoor())
                    .containsExactlyInAnyOrder(
                            "delete /__accroche/faults",
                            "delete /__accroche/verdict",
                            "get /__accroche/ecps",
                            "get /__accroche/faults",
                            "get /__accroche/resource",
                            "get /__accroche/state",
                            "get /health/ready",
                            "post /__accroche/reset");
        } finally {
            state.recover();
        }
    }

    /** Returns which of them answered 503. */
    private Set<String> describesEachDoor() throws IOException {
        Set<String> unavailable = new TreeSet<>();
        for (Map.Entry<?, ?> path : document.paths().entrySet()) {
            for (Map.Entry<?, ?> method : map(path.getValue()).entrySet()) {
                for (Participant server : servers(map(path.getValue()))) {
                    if (chain.uris().containsKey(server)) {
                        int status = describes(
                                map(method.getValue()),
                                path.getKey().toString(),
                                method.getKey().toString(),
                                server);
                        if (status == 503) {
                            unavailable.add(method.getKey() + " " + path.getKey());
                        }
                    }
                }
            }
        }
        return unavailable;
    }

    /** An empty call: what it gets, a success or a problem, is in the document with its members. */
    private int describes(Map<?, ?> operation, String path, String method, Participant server) throws IOException {
        Response response = send(server, method.toUpperCase(Locale.ROOT), path, "");
        String what = server + " " + method + " " + path;
        Map<?, ?> answers = map(operation.get("responses"));
        assertThat(answers.keySet().stream().map(Object::toString))
                .as(what)
                .contains(String.valueOf(response.status()));
        Map<?, ?> described = document.resolved(map(answers.get(String.valueOf(response.status()))));
        if (!described.containsKey("content")) {
            assertThat(response.body()).as(what).isEmpty();
            return response.status();
        }
        Map<?, ?> content = map(described.get("content"));
        assertThat(response.headers().first("Content-Type").orElse("")).as(what).isIn(content.keySet());
        Map<?, ?> schema =
                document.resolved(map(map(content.values().iterator().next()).get("schema")));
        JsonObject body = Json.parseObject(response.body());
        if (schema.get("required") instanceof List<?> required) {
            assertThat(body.members().keySet())
                    .as(what)
                    .containsAll(required.stream().map(Object::toString).toList());
        }
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            assertThat(properties.keySet().stream().map(Object::toString).collect(Collectors.toSet()))
                    .as(what)
                    .containsAll(body.members().keySet());
        }
        return response.status();
    }

    @Test
    void theActsOfTheDocumentAreThoseOfTheServers() throws IOException {
        String described = document.at(
                        "paths",
                        "/__accroche/faults",
                        "post",
                        "requestBody",
                        "content",
                        "application/x-www-form-urlencoded",
                        "schema",
                        "properties",
                        "do")
                .get("description")
                .toString();

        Response response = send(Participant.PSC, "GET", "/__accroche/faults", "");

        assertThat(Json.parseObject(response.body()).array("do").orElseThrow().items())
                .hasSizeGreaterThan(9)
                .allSatisfy(act -> assertThat(described).contains(act.compact().replaceAll("[\"…]", "")));
    }

    @Test
    void theGuideNamesEveryEndpointAndAct() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "simulators.md"));
        for (Participant server : SERVERS.get("every")) {
            if (chain.uris().containsKey(server)) {
                JsonObject choice = Json.parseObject(
                        send(server, "GET", "/__accroche/faults", "").body());
                for (String member : List.of("endpoints", "do")) {
                    assertThat(choice.array(member).orElseThrow().items())
                            .as(server + " " + member)
                            .isNotEmpty()
                            .allSatisfy(name -> assertThat(guide)
                                    .contains("`" + name.compact().replaceAll("[\"…]", "")));
                }
            }
        }
    }

    /** A scenario file is refused before anything starts, by words that are held here against what the servers say of themselves. */
    @Test
    void aScenarioCanAskForExactlyWhatTheServersPlay() throws Exception {
        Map<String, Set<String>> words = new OnDemandWords().endpoints();

        for (String label : words.keySet()) {
            Participant server = Arrays.stream(Participant.values())
                    .filter(each -> each.label().equals(label))
                    .findFirst()
                    .orElseThrow();
            JsonObject choice = Json.parseObject(
                    send(server, "GET", "/__accroche/faults", "").body());
            assertThat(choice.array("endpoints").orElseThrow().texts())
                    .as(label)
                    .containsExactlyInAnyOrderElementsOf(words.get(label));
            String endpoint = words.get(label).iterator().next();
            for (String act : choice.array("do").orElseThrow().texts()) {
                String whole = act.replace("status:…", "status:503").replace(":…", ":1s");
                OnDemand fault = new OnDemand("faults[0]", label, endpoint, whole, 1, Optional.empty());
                assertThat(new OnDemandWords().objection(fault))
                        .as(label + " " + act)
                        .isEmpty();
            }
        }
    }

    private Response send(Participant server, String method, String path, String body) throws IOException {
        URI uri = chain.uri(server).resolve(path);
        Headers form = Headers.of("Content-Type", "application/x-www-form-urlencoded");
        return server == Participant.IGC
                ? plain(uri, method)
                : client.send(new ClientRequest(method, uri, form, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Response plain(URI uri, String method) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<byte[]> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            Headers headers = Headers.EMPTY;
            for (String name : answer.headers().map().keySet()) {
                headers = headers.plus(name, answer.headers().firstValue(name).orElseThrow());
            }
            return new Response(answer.statusCode(), headers, answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Set<String> methods(Map<?, ?> path) {
        return path.keySet().stream()
                .map(Object::toString)
                .filter(METHODS::contains)
                .map(method -> method.toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Participant> servers(Map<?, ?> path) {
        Object tag = ((List<?>) map(path.values().iterator().next()).get("tags")).get(0);
        return SERVERS.get(tag.toString());
    }
}
