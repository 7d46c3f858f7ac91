package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.Traits;
import fr.accroche.teleservice.stub.Caller;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.teleservice.stub.WireMockStubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The admin API of the user's stubs, on the téléservice's own port, without a client certificate. */
class StubAdminTest {

    private static final Instant NOW = RunningTeleservice.NOW;
    private static final String LPS = "\"request\": {\"method\": \"POST\", \"urlPath\": \"/lps\"}";
    private static final String ID = "0e63a94f-3bd4-4d41-9d63-4b2f4ae48f1e";

    @TempDir
    Path folder;

    private WireMockStubs stubs;
    private RunningTeleservice insi;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("mappings"));
        Files.writeString(folder.resolve("mappings/first.json"), """
                {"id": "%s", "priority": 9, "scenarioName": "s", "requiredScenarioState": "Started", %s, "response": {"body": "from the folder"}}""".formatted(ID, LPS));
        stubs = WireMockStubs.in(folder);
        insi = new RunningTeleservice(Teleservice.INSI, stubs, false);
    }

    @AfterEach
    void stop() {
        insi.close();
        stubs.close();
    }

    @Test
    void listsAddsEditsAndForgetsStubsInMemory() throws Exception {
        assertThat(admin("GET", "/mappings", "").text()).contains(ID);

        Response added = admin("POST", "/mappings", "{%s, \"response\": {\"body\": \"added\"}}".formatted(LPS));
        String id = Json.parseObject(added.body()).text("id").orElseThrow();
        assertThat(added.status()).isEqualTo(201);
        assertThat(call().text()).isEqualTo("added");

        admin("PUT", "/mappings/" + id, "{%s, \"response\": {\"body\": \"edited\"}}".formatted(LPS));
        assertThat(call().text()).isEqualTo("edited");

        assertThat(admin("DELETE", "/mappings/" + id, "").status()).isEqualTo(200);
        assertThat(call().text()).isEqualTo("from the folder");
        assertThat(files()).containsExactly("mappings/first.json");
    }

    @Test
    void neverDeletesAFile() throws Exception {
        admin("DELETE", "/mappings/" + ID, "");
        assertThat(call().text()).contains("insi_102");
        admin("POST", "/mappings/reset", "");
        assertThat(call().text()).isEqualTo("from the folder");
        assertThat(admin("DELETE", "/mappings", "").status()).isEqualTo(200);

        assertThat(files()).containsExactly("mappings/first.json");
    }

    @Test
    void readsTheFolderAgainOnReset() throws Exception {
        assertThat(call().text()).isEqualTo("from the folder");
        Files.writeString(
                folder.resolve("mappings/first.json"), "{%s, \"response\": {\"body\": \"changed\"}}".formatted(LPS));
        assertThat(call().text()).isEqualTo("from the folder");

        assertThat(admin("POST", "/mappings/reset", "").status()).isEqualTo(200);

        assertThat(call().text()).isEqualTo("changed");
    }

    @Test
    void saysWhichFileCannotBeReadOnReset() throws Exception {
        Files.writeString(folder.resolve("mappings/bad.json"), "{\"request\": ");

        Response reset = admin("POST", "/mappings/reset", "");

        assertThat(reset.status()).isEqualTo(422);
        assertThat(reset.text()).contains("bad.json");
    }

    @Test
    void writesWhatIsToStayBelowTheFolderOnly() throws Exception {
        admin("POST", "/mappings", """
                {"name": "../../../evil", "persistent": true, %s, "response": {"body": "kept"}}""".formatted(LPS));
        admin("POST", "/mappings", "{\"name\": \"later\", %s, \"response\": {\"body\": \"later\"}}".formatted(LPS));
        assertThat(files()).hasSize(2);

        admin("POST", "/mappings/save", "");

        assertThat(files()).hasSize(3).allMatch(file -> file.startsWith("mappings/"));
        assertThat(folder.resolveSibling("evil.json")).doesNotExist();
        admin("POST", "/mappings/reset", "");
        assertThat(admin("GET", "/mappings", "").text()).contains("kept", "later");
    }

    @Test
    void tellsWhichStubsARequestNearlyMeets() throws Exception {
        Response near = admin("POST", "/near-misses/request", "{\"method\": \"GET\", \"url\": \"/lps\"}");

        assertThat(near.status()).isEqualTo(200);
        assertThat(near.text()).contains(ID);
        assertThat(admin("GET", "/requests/unmatched", "").status()).isEqualTo(200);
    }

    @Test
    void showsAndSetsScenarios() throws Exception {
        assertThat(admin("GET", "/scenarios", "").text()).contains("Started");
        assertThat(admin("PUT", "/scenarios/s/state", "{\"state\": \"Started\"}")
                        .status())
                .isEqualTo(200);
        assertThat(admin("POST", "/scenarios/reset", "").status()).isEqualTo(200);
    }

    @Test
    void journalsWhoCalledAndNoSecret() throws Exception {
        admin("POST", "/mappings", """
                {%s, "response": {"transformers": ["response-template"], "body": "{{request.headers.Authorization}}"}}""".formatted(LPS));
        String token = call().text();
        assertThat(token).startsWith("Bearer ");

        String journal = admin("GET", "/requests", "").text();
        String count = admin("POST", "/requests/count", """
                {"urlPath": "/lps", "headers": {"X-Accroche-Client-CN": {"equalTo": "alpha-edc-bas"}}}""").text();

        assertThat(journal).contains("\"/lps\"", "alpha-edc-bas", "\"wasMatched\" : true");
        assertThat(journal)
                .doesNotContainIgnoringCase("bearer")
                .doesNotContain(token.substring(7, 40))
                .doesNotContain(Samples.INSI_NUMBER)
                .doesNotContain(Tokens.PERSON)
                .doesNotContain("Assertion", "NomNaissance");
        assertThat(count).contains("\"count\" : 1");
    }

    @Test
    void journalsTheLatestThousand() throws Exception {
        for (int i = 0; i < 1003; i++) {
            stubs.answer(
                    new Request(
                            "POST",
                            "/lps",
                            Headers.EMPTY,
                            new byte[0],
                            new Peer(
                                    new InetSocketAddress("127.0.0.1", 1),
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty())),
                    new Caller(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        }

        assertThat(admin("POST", "/requests/count", "{}").text()).contains("\"count\" : 1000");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/shutdown",
        "GET,/settings",
        "POST,/settings",
        "PATCH,/settings/extended",
        "GET,/files",
        "PUT,/files/a.txt",
        "GET,/files/..%2f..%2fetc%2fpasswd",
        "GET,/certs/wiremock-ca.crt",
        "GET,/docs",
        "GET,/mappings/../settings",
        "POST,/__admin/shutdown"
    })
    void keepsTheRestClosed(String method, String path) throws Exception {
        assertThat(admin(method, path, "{}").status()).isEqualTo(403);
        assertThat(call().text()).isEqualTo("from the folder");
    }

    @Test
    void isClosedToWebPagesOfOthers() throws Exception {
        Response foreign = send("DELETE", "/mappings", Headers.of("Origin", "https://evil.example"), "");

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(call().text()).isEqualTo("from the folder");
        assertThat(admin("GET", "/mappings", "").headers().first("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void isNotThereWithoutStubs() throws Exception {
        try (RunningTeleservice plain = new RunningTeleservice(Teleservice.INSI, Stubs.NONE, false)) {
            Response answer = plain.send(
                    Optional.empty(),
                    new ClientRequest("GET", plain.uri().resolve("/__admin/mappings"), Headers.EMPTY, new byte[0]));

            assertThat(answer.status()).isNotEqualTo(200);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private Response call() throws IOException {
        return insi.post(Samples.insi(
                NOW,
                Samples.LPS.withNumber(Optional.of(Samples.INSI_NUMBER)),
                Optional.of(Samples.assertionPs(NOW, Tokens.PERSON)),
                Traits.of("ADMIN", "CAMILLE", "F", "1990-01-01")));
    }

    private Response admin(String method, String path, String body) throws IOException {
        return send(method, path, Headers.EMPTY, body);
    }

    private Response send(String method, String path, Headers headers, String body) throws IOException {
        return insi.send(
                Optional.empty(),
                new ClientRequest(
                        method, insi.uri().resolve("/__admin" + path), headers, body.getBytes(StandardCharsets.UTF_8)));
    }
}
