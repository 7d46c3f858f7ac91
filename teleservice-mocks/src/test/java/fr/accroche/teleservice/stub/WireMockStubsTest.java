package fr.accroche.teleservice.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.wire.Header;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireMockStubsTest {

    private static final List<Header> CALLER = List.of(new Header("X-Accroche-Client-CN", "alpha-edc-bas"));

    private static final Peer PEER =
            new Peer(new InetSocketAddress("127.0.0.1", 1), List.of(), Optional.empty(), Optional.empty());

    @TempDir
    static Path folder;

    private static WireMockStubs stubs;

    @BeforeAll
    static void load() throws IOException {
        Files.createDirectories(folder.resolve("mappings"));
        Files.createDirectories(folder.resolve("__files"));
        Files.writeString(folder.resolve("__files/answer.xml"), "<from-file/>");
        stub("cn", """
                {"request": {"urlPath": "/cn", "headers": {"X-Accroche-Client-CN": {"equalTo": "alpha-edc-bas"}}},
                 "response": {"status": 209, "body": "{{request.headers.X-Accroche-Client-CN}} {{request.query.q}}",
                              "headers": {"X-Mine": "yes", "Connection": "close"}, "transformers": ["response-template"]}}""");
        stub("forged", """
                {"request": {"urlPath": "/forged", "headers": {"X-Accroche-Token-Azp": {"matches": ".*"}}},
                 "response": {"status": 299}}""");
        stub("file", """
                {"request": {"method": "POST", "urlPath": "/file", "bodyPatterns": [{"contains": "DEMO"}]},
                 "response": {"bodyFileName": "answer.xml"}}""");
        stub("cookie", """
                {"request": {"urlPath": "/cookie", "cookies": {"proxy_session_id": {"equalTo": "abc"}}},
                 "response": {"status": 210}}""");
        stub("fault", """
                {"request": {"urlPath": "/fault"}, "response": {"fault": "CONNECTION_RESET_BY_PEER"}}""");
        stub("xml", """
                {"request": {"urlPath": "/xml", "bodyPatterns": [
                   {"equalToXml": "<p:x xmlns:p='urn:p'>DEMO</p:x>"},
                   {"matchesXPath": "//p:x[text()='DEMO']", "xPathNamespaces": {"p": "urn:p"}}]},
                 "response": {"status": 211, "fixedDelayMilliseconds": 1}}""");
        stub("first", """
                {"scenarioName": "twice", "requiredScenarioState": "Started", "newScenarioState": "again",
                 "request": {"urlPath": "/twice"}, "response": {"status": 503}}""");
        stub("again", """
                {"scenarioName": "twice", "requiredScenarioState": "again",
                 "request": {"urlPath": "/twice"}, "response": {"status": 200}}""");
        stub("proxy", """
                {"request": {"urlPath": "/proxy"}, "response": {"proxyBaseUrl": "http://127.0.0.1:9"}}""");
        stubs = WireMockStubs.in(folder);
    }

    @AfterAll
    static void close() {
        stubs.close();
    }

    @Test
    void matchesOnTheCertificateAndShowsItToTemplates() {
        Response answer = answer("/cn?q=1").orElseThrow();

        assertThat(answer.status()).isEqualTo(209);
        assertThat(answer.text()).isEqualTo("alpha-edc-bas 1");
        assertThat(answer.headers().first("X-Mine")).contains("yes");
        assertThat(answer.headers().first("Connection")).isEmpty();
    }

    @Test
    void hidesForgedHeaders() {
        assertThat(answer("/forged", "X-Accroche-Token-Azp", "admin")).isEmpty();
        assertThat(answer("/forged", "x-ACCROCHE-token-azp", "admin")).isEmpty();
        assertThat(answer("/cn", "X-Accroche-Client-CN", "forged").orElseThrow().text())
                .startsWith("alpha-edc-bas");
    }

    @Test
    void matchesOnTheBodyAndAnswersFromAFile() {
        assertThat(answer("/file").orElseThrow().text()).isEqualTo("<from-file/>");
    }

    @Test
    void matchesOnXmlByStructure() {
        byte[] body = "<q:x xmlns:q='urn:p'>DEMO</q:x>".getBytes(StandardCharsets.UTF_8);

        assertThat(stubs.answer(new Request("POST", "/xml", Headers.EMPTY, body, PEER), CALLER)
                        .orElseThrow()
                        .status())
                .isEqualTo(211);
    }

    @Test
    void playsAScenario() {
        assertThat(answer("/twice").orElseThrow().status()).isEqualTo(503);
        assertThat(answer("/twice").orElseThrow().status()).isEqualTo(200);
    }

    @Test
    void matchesOnACookie() {
        assertThat(answer("/cookie", "Cookie", "a=b; proxy_session_id=abc")
                        .orElseThrow()
                        .status())
                .isEqualTo(210);
    }

    @Test
    void leavesWhatNoStubMatchesToOthers() {
        assertThat(answer("/elsewhere")).isEmpty();
        assertThat(answer("/cn?broken=%zz")).isEmpty();
    }

    @Test
    void saysThatAFaultCannotBePlayed() {
        Response answer = answer("/fault").orElseThrow();

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.text()).contains("CONNECTION_RESET_BY_PEER");
    }

    @Test
    void callsNobody() {
        Response answer = answer("/proxy").orElseThrow();

        assertThat(answer.status()).isGreaterThanOrEqualTo(500);
    }

    @Test
    void namesTheMappingThatCannotBeRead(@TempDir Path broken) throws IOException {
        Files.createDirectories(broken.resolve("mappings"));
        Files.writeString(broken.resolve("mappings/bad.json"), "{\"request\": ");

        assertThatThrownBy(() -> WireMockStubs.in(broken))
                .isInstanceOf(StubFolderException.class)
                .hasMessageContaining("bad.json")
                .hasMessageNotContaining("\n");
    }

    @Test
    void wantsAFolderOfMappings(@TempDir Path empty) {
        assertThatThrownBy(() -> WireMockStubs.in(empty))
                .isInstanceOf(StubFolderException.class)
                .hasMessageContaining("mappings/");
    }

    private static void stub(String name, String json) throws IOException {
        Files.writeString(folder.resolve("mappings").resolve(name + ".json"), json);
    }

    private static Optional<Response> answer(String target, String... headers) {
        byte[] body = "<x>DEMO</x>".getBytes(StandardCharsets.UTF_8);
        return stubs.answer(new Request("POST", target, Headers.of(headers), body, PEER), CALLER);
    }
}
