package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.Traits;
import fr.accroche.teleservice.stub.WireMockStubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the admin API of the stubs takes from nobody. */
class StubAdminLimitsTest {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"response\": {\"proxyBaseUrl\": \"http://127.0.0.1:9\"}",
                "\"response\": {}, \"serveEventListeners\": [{\"name\": \"webhook\", \"parameters\": {}}]",
                "\"response\": {\"bodyFileName\": \"/etc/passwd\"}",
                "\"response\": {\"fixedDelayMilliseconds\": 600000}"
            })
    void refusesWhatNoStubMayAskFor(String rest) throws Exception {
        String mapping = "{" + LPS + ", " + rest + "}";

        assertThat(admin("POST", "/mappings", mapping).status()).isEqualTo(422);
        assertThat(admin("PUT", "/mappings/" + ID, mapping).status()).isEqualTo(422);
        assertThat(admin("POST", "/mappings/import", "{\"mappings\": [" + mapping + "]}")
                        .status())
                .isEqualTo(422);
        assertThat(call().text()).isEqualTo("from the folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /mappings | null",
                "POST | /mappings | {\"request\": {\"customMatcher\": {\"name\": \"caller\"}}, \"response\": {}}",
                "POST | /mappings/import | {\"mappings\": [null]}",
                "GET | /mappings?limit=-1 | x",
                "GET | /mappings?limit=x | x",
                "POST | /near-misses/request | null"
            })
    void refusesInWordsWhatWireMockStumblesAt(String method, String path, String body) throws Exception {
        Response answer = admin(method, path, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).containsPattern("WireMock|cannot be served");
        assertThat(call().text()).isEqualTo("from the folder");
    }

    @Test
    void takesNoMoreThanTheMemoryHolds() throws Exception {
        String large = "{%s, \"response\": {\"body\": \"%s\"}}".formatted(LPS, "x".repeat(1024 * 1024 - 200));
        for (int i = 0; i < 64; i++) {
            assertThat(admin("PUT", "/mappings/" + ID, large).status()).isEqualTo(200);
        }

        Response full = admin("PUT", "/mappings/" + ID, large);
        assertThat(full.status()).isEqualTo(422);
        assertThat(full.text()).contains("64 MiB");

        admin("POST", "/mappings/reset", "");
        assertThat(admin("PUT", "/mappings/" + ID, large).status()).isEqualTo(200);
    }

    @Test
    void takesNoMappingOfAnySize() throws Exception {
        assertThat(admin("POST", "/mappings", " ".repeat(1024 * 1024 + 1)).status())
                .isEqualTo(413);
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
