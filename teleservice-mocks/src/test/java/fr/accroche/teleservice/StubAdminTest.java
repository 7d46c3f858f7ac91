package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.teleservice.stub.Caller;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The admin API of the user's insi.stubs(), on the téléservice's own port, without a client certificate. */
class StubAdminTest {

    @TempDir
    Path folder;

    private StubbedInsi insi;

    @BeforeEach
    void start() throws IOException {
        insi = StubbedInsi.withAStub(folder);
    }

    @AfterEach
    void stop() {
        insi.close();
    }

    @Test
    void listsAddsEditsAndForgetsStubsInMemory() throws Exception {
        assertThat(insi.admin("GET", "/mappings", "").text()).contains(StubbedInsi.ID);

        Response added =
                insi.admin("POST", "/mappings", "{%s, \"response\": {\"body\": \"added\"}}".formatted(StubbedInsi.LPS));
        String id = Json.parseObject(added.body()).text("id").orElseThrow();
        assertThat(added.status()).isEqualTo(201);
        assertThat(insi.call().text()).isEqualTo("added");

        insi.admin("PUT", "/mappings/" + id, "{%s, \"response\": {\"body\": \"edited\"}}".formatted(StubbedInsi.LPS));
        assertThat(insi.call().text()).isEqualTo("edited");

        assertThat(insi.admin("DELETE", "/mappings/" + id, "").status()).isEqualTo(200);
        assertThat(insi.call().text()).isEqualTo("from the folder");
        assertThat(insi.files()).containsExactly("mappings/first.json");
    }

    @Test
    void neverDeletesAFile() throws Exception {
        insi.admin("DELETE", "/mappings/" + StubbedInsi.ID, "");
        assertThat(insi.call().text()).contains("insi_102");
        insi.admin("POST", "/mappings/reset", "");
        assertThat(insi.call().text()).isEqualTo("from the folder");
        assertThat(insi.admin("DELETE", "/mappings", "").status()).isEqualTo(200);

        assertThat(insi.files()).containsExactly("mappings/first.json");
    }

    @Test
    void readsTheFolderAgainOnReset() throws Exception {
        assertThat(insi.call().text()).isEqualTo("from the folder");
        Files.writeString(
                folder.resolve("mappings/first.json"),
                "{%s, \"response\": {\"body\": \"changed\"}}".formatted(StubbedInsi.LPS));
        assertThat(insi.call().text()).isEqualTo("from the folder");

        assertThat(insi.admin("POST", "/mappings/reset", "").status()).isEqualTo(200);

        assertThat(insi.call().text()).isEqualTo("changed");
    }

    @Test
    void saysWhichFileCannotBeReadOnReset() throws Exception {
        Files.writeString(folder.resolve("mappings/bad.json"), "{\"request\": ");

        Response reset = insi.admin("POST", "/mappings/reset", "");

        assertThat(reset.status()).isEqualTo(422);
        assertThat(reset.text()).contains("bad.json");
    }

    @Test
    void writesWhatIsToStayBelowTheFolderOnly() throws Exception {
        insi.admin("POST", "/mappings", """
                {"name": "../../../evil", "persistent": true, %s, "response": {"body": "kept"}}""".formatted(StubbedInsi.LPS));
        insi.admin(
                "POST",
                "/mappings",
                "{\"name\": \"later\", %s, \"response\": {\"body\": \"later\"}}".formatted(StubbedInsi.LPS));
        assertThat(insi.files()).hasSize(2);

        insi.admin("POST", "/mappings/save", "");

        assertThat(insi.files()).hasSize(3).allMatch(file -> file.startsWith("mappings/"));
        assertThat(folder.resolveSibling("evil.json")).doesNotExist();
        insi.admin("POST", "/mappings/reset", "");
        assertThat(insi.admin("GET", "/mappings", "").text()).contains("kept", "later");
    }

    @Test
    void tellsWhichStubsARequestNearlyMeets() throws Exception {
        Response near = insi.admin("POST", "/near-misses/request", "{\"method\": \"GET\", \"url\": \"/lps\"}");

        assertThat(near.status()).isEqualTo(200);
        assertThat(near.text()).contains(StubbedInsi.ID);
        assertThat(insi.admin("GET", "/requests/unmatched", "").status()).isEqualTo(200);
    }

    @Test
    void showsAndSetsScenarios() throws Exception {
        assertThat(insi.admin("GET", "/scenarios", "").text()).contains("Started");
        assertThat(insi.admin("PUT", "/scenarios/s/state", "{\"state\": \"Started\"}")
                        .status())
                .isEqualTo(200);
        assertThat(insi.admin("POST", "/scenarios/reset", "").status()).isEqualTo(200);
    }

    @Test
    void journalsWhoCalledAndNoSecret() throws Exception {
        insi.admin("POST", "/mappings", """
                {%s, "response": {"transformers": ["response-template"], "body": "{{request.headers.Authorization}}"}}""".formatted(StubbedInsi.LPS));
        String token = insi.call().text();
        assertThat(token).startsWith("Bearer ");

        String journal = insi.admin("GET", "/requests", "").text();
        String count = insi.admin("POST", "/requests/count", """
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
            insi.stubs()
                    .answer(
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
                            new Caller(
                                    List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        }

        assertThat(insi.admin("POST", "/requests/count", "{}").text()).contains("\"count\" : 1000");
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
        assertThat(insi.admin(method, path, "{}").status()).isEqualTo(403);
        assertThat(insi.call().text()).isEqualTo("from the folder");
    }

    @Test
    void isClosedToWebPagesOfOthers() throws Exception {
        Response foreign = insi.admin("DELETE", "/mappings", Headers.of("Origin", "https://evil.example"), "");

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(insi.call().text()).isEqualTo("from the folder");
        assertThat(insi.admin("GET", "/mappings", "").headers().first("Access-Control-Allow-Origin"))
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
}
