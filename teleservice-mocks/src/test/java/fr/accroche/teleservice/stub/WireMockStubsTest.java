package fr.accroche.teleservice.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.wire.Delivery;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireMockStubsTest {

    private static final Caller CALLER = new Caller(
            List.of(new Header("X-Accroche-Client-CN", "alpha-edc-bas")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("urn:uuid:1"));

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
        stub("reach", """
                {"request": {"urlPath": "/reach"},
                 "response": {"transformers": ["response-template"],
                   "body": "{{systemValue key='PATH' type='ENVIRONMENT'}}|{{systemValue key='user.dir'}}|{{systemValue key='wiremock.x'}}|{{request.class.classLoader}}|{{request.headers.class.protectionDomain}}"}}""");
        stub("escape", """
                {"request": {"urlPath": "/escape"},
                 "response": {"transformers": ["response-template"], "bodyFileName": "{{request.query.f}}"}}""");
        stub("late", """
                {"request": {"urlPath": "/late"},
                 "response": {"delayDistribution": {"type": "uniform", "lower": 500000, "upper": 600000},
                   "chunkedDribbleDelay": {"numberOfChunks": 3, "totalDuration": 900}}}""");
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
    void leavesAFaultToTheWire() {
        Response answer = answer("/fault").orElseThrow();

        assertThat(answer.delivery().manner()).isEqualTo(Delivery.Manner.RESET);
    }

    @Test
    void cutsRandomDelaysWhereFixedOnesAreRefused() {
        Delivery delivery = answer("/late").orElseThrow().delivery();

        assertThat(delivery.after()).isEqualTo(Delivery.LONGEST);
        assertThat(delivery.parts()).isEqualTo(3);
        assertThat(delivery.over()).isEqualTo(Duration.ofMillis(900));
    }

    @Test
    void letsNoTemplateReachOutOfTheRequest() {
        String answer = answer("/reach").orElseThrow().text();

        assertThat(answer)
                .doesNotContain(System.getProperty("user.dir"))
                .doesNotContain("/usr/bin")
                .doesNotContain("ClassLoader")
                .doesNotContain("ProtectionDomain");
    }

    @Test
    void letsNoTemplateReadAFileOutsideTheFolder() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "SECRET");

        for (String file : List.of(
                "../secret.txt", "..%2Fsecret.txt", folder.resolve("secret.txt").toString())) {
            assertThat(answer("/escape?f=" + file).map(Response::text).orElse(""))
                    .doesNotContain("SECRET");
        }
        assertThat(answer("/escape?f=answer.xml").orElseThrow().text()).isEqualTo("<from-file/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'request': {}, 'response': {'proxyBaseUrl': 'http://127.0.0.1:9'}}",
                "{'request': {}, 'response': {}, 'serveEventListeners': [{'name': 'webhook', 'parameters': {'url': 'http://127.0.0.1:9'}}]}",
                "{'request': {}, 'response': {}, 'postServeActions': [{'name': 'webhook', 'parameters': {}}]}",
                "{'request': {}, 'response': {'fixedDelayMilliseconds': 60001}}",
                "{'request': {}, 'response': {'chunkedDribbleDelay': {'numberOfChunks': 2, 'totalDuration': 60001}}}",
                "{'request': {}, 'response': {'bodyFileName': '../secret.txt'}}",
                "{'request': {'customMatcher': {'name': 'client-certificate', 'parameters': {'dn': 'x'}}}, 'response': {}}",
                "{'request': {'customMatcher': {'name': 'client-certificate', 'parameters': {}}}, 'response': {}}",
                "{'request': {'customMatcher': {'name': 'token-claims', 'parameters': {'azp': {'isEqualTo': 'x'}}}}, 'response': {}}",
                "{'request': {'customMatcher': {'name': 'caller', 'parameters': {'token': {'azp': 'x'}}}}, 'response': {}}",
                "{'request': {'customMatcher': {'name': 'mine', 'parameters': {'azp': 'x'}}}, 'response': {}}",
                "{'request': {'customMatcher': {'name': 'caller'}}, 'response': {}}",
                "{'request': {'customMatcher': {}}, 'response': {}}",
                "{'request': {}, 'response': {'status': 99}}",
                "{'request': {}, 'response': {'chunkedDribbleDelay': {'totalDuration': 100}}}",
                "{'request': {}, 'response': {'chunkedDribbleDelay': {'numberOfChunks': 0, 'totalDuration': 100}}}",
                "{'request': {}, 'response': {'chunkedDribbleDelay': {'numberOfChunks': 10001, 'totalDuration': 100}}}",
                "{'request': {}, 'response': {'delayDistribution': {'type': 'uniform', 'lower': 10, 'upper': 1}}}",
                "null",
                "[]",
                "",
                "{'mappings': [null]}",
                "{'request': {'headers': {'A': {'matches': '(['}}}, 'response': {}}"
            })
    void refusesWhatNoStubMayAskFor(String mapping, @TempDir Path unlawful) throws IOException {
        Files.createDirectories(unlawful.resolve("mappings"));
        Files.writeString(unlawful.resolve("mappings/unlawful.json"), mapping.replace('\'', '"'));

        assertThatThrownBy(() -> WireMockStubs.in(unlawful))
                .isInstanceOfSatisfying(
                        StubFolderException.class,
                        refused -> assertThat(refused.sentence().fr())
                                .doesNotContain("stub on")
                                .doesNotContain("\n"))
                .hasMessageContaining("mappings")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("Source");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'request': {}, 'response': {'body': '{{#*inline \\\"a\\\"}}{{> a}}{{/inline}}{{> a}}', 'transformers': ['response-template']}}",
                "{'request': {'bodyPatterns': [{'matches': '(a|b)*'}]}, 'response': {}}",
                "{'request': {}, 'response': {'bodyFileName': 'not-there.xml'}}"
            })
    void whatAStubCannotAnswerIsItsOwnFault(String mapping, @TempDir Path unfit) throws IOException {
        Files.createDirectories(unfit.resolve("mappings"));
        Files.writeString(unfit.resolve("mappings/unfit.json"), mapping.replace('\'', '"'));
        byte[] body = "ab".repeat(100_000).getBytes(StandardCharsets.UTF_8);

        try (WireMockStubs alone = WireMockStubs.in(unfit)) {
            Response answer = alone.answer(new Request("POST", "/", Headers.EMPTY, body, PEER), CALLER)
                    .orElseThrow();

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).contains("the stub that matches cannot answer");
        }
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
