package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertServed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.messages.BusinessResponse;
import fr.accroche.messages.Traits;
import fr.accroche.teleservice.stub.Caller;
import fr.accroche.teleservice.stub.WireMockStubs;
import fr.accroche.wire.ConnectionFailedException;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user's mappings can do, over TLS: each mapping of the tests answers for one family name. */
class StubFeaturesTest {

    private static final Instant NOW = RunningTeleservice.NOW;

    @TempDir
    static Path folder;

    private static WireMockStubs stubs;
    private static RunningTeleservice insi;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(folder.resolve("mappings/deeper"));
        Files.createDirectories(folder.resolve("__files/answers"));
        Files.writeString(
                folder.resolve("__files/answers/echo.xml"),
                "<echo to=\"{{message-id}}\">{{xPath request.body '//*[local-name()=\"NomNaissance\"]/text()'}}</echo>");
        respond("FILE", "'bodyFileName': 'answers/echo.xml', 'transformers': ['response-template']");
        respond("DELAY", "'body': 'late', 'fixedDelayMilliseconds': 300");
        respond("RANDOM", "'body': 'late', 'delayDistribution': {'type': 'uniform', 'lower': 300, 'upper': 310}");
        respond("DRIBBLE", "'body': '0123456789', 'chunkedDribbleDelay': {'numberOfChunks': 5, 'totalDuration': 300}");
        for (String fault : new String[] {
            "EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"
        }) {
            respond(fault.replace('_', ' '), "'fault': '" + fault + "'");
        }
        mapping("twice-1", pattern("TWICE"), "'status': 503", scenario("Started", "second"));
        mapping("twice-2", pattern("TWICE"), "'body': 'second'", scenario("second", "Started"));
        mapping("vague", pattern("PRIORITY"), "'body': 'vague'", "'priority': 9,");
        mapping("strong", pattern("PRIORITY"), "'body': 'strong'", "'priority': 1,");
        mapping(
                "deeper/path",
                "'urlPathTemplate': '/{door}', 'pathParameters': {'door': {'equalTo': 'lps'}}, " + body("PATH"),
                "'body': '{{request.path.door}}', 'transformers': ['response-template']",
                "");
        caller(
                "CERTIFICATE",
                "client-certificate",
                "'cn': 'alpha-edc-bas', 'ou': '300000000010001', 'profile': 'ORG AUTH_CLI'");
        caller("SUBJECT", "client-certificate", "'subject': '" + subjectTheOtherWayRound() + "'");
        caller("SERIAL", "client-certificate", "'serial': '0x00" + serial().toUpperCase(Locale.ROOT) + "'");
        caller("OTHER CERTIFICATE", "client-certificate", "'cn': 'beta-edc-bas'");
        caller(
                "CLAIMS",
                "token-claims",
                "'azp': 'alpha-edc-bas', 'aud': 'insi', 'cnf.x5t#S256': {'matches': '.{43}'}, 'act': {'absent': true}");
        caller("OTHER CLAIMS", "token-claims", "'act': 'x'");
        caller(
                "ATTRIBUTES",
                "assertion-attributes",
                "'nameId': '899700000017', 'kind': 'ASSERTION_PS', 'secteurActivite': {'matches': 'SA.*'}");
        caller("OTHER ATTRIBUTES", "assertion-attributes", "'secteurActivite': 'SA99'");
        caller(
                "ALL",
                "caller",
                "'client-certificate': {'cn': 'alpha-edc-bas'}, 'token-claims': {'azp': {'contains': 'edc'}}");
        caller("NOT ALL", "caller", "'client-certificate': {'cn': 'alpha-edc-bas'}, 'token-claims': {'azp': 'x'}");
        respond(
                "HELPERS",
                "'transformers': ['response-template'], 'body': \"{{client-certificate 'cn'}}|{{client-certificate 'ou'}}|"
                        + "{{client-certificate 'serial'}}|{{client-certificate 'profile'}}|{{token-claim 'azp'}}|"
                        + "{{token-claim 'aud'}}|{{token-claim 'nothing'}}|{{assertion 'nameId'}}|{{client-certificate 'dn'}}\"");
        stubs = WireMockStubs.in(folder);
        insi = new RunningTeleservice(Teleservice.INSI, stubs, false);
    }

    @AfterAll
    static void stop() {
        insi.close();
        stubs.close();
    }

    @Test
    void answersFromAFileThatIsATemplate() throws Exception {
        String answer = call("FILE").text();

        assertThat(answer).startsWith("<echo to=\"uuid:").endsWith(">FILE</echo>");
        assertServed(insi.hop());
    }

    @ParameterizedTest
    @CsvSource({"DELAY,late", "RANDOM,late", "DRIBBLE,0123456789"})
    void takesItsTime(String name, String body) throws Exception {
        long begun = System.nanoTime();

        assertThat(call(name).text()).isEqualTo(body);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertServed(insi.hop());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMPTY RESPONSE",
                "CONNECTION RESET BY PEER",
                "MALFORMED RESPONSE CHUNK",
                "RANDOM DATA THEN CLOSE"
            })
    void breaksTheConnection(String fault) throws Exception {
        assertThatThrownBy(() -> call(fault)).isInstanceOf(ConnectionFailedException.class);

        Hop hop = insi.hop();
        assertThat(hop.value(Fact.FAULT_ON_DEMAND).orElseThrow()).startsWith("stub ");
        assertThat(Hops.rules(hop)).isEmpty();
    }

    @Test
    void playsAScenario() throws Exception {
        assertThat(call("TWICE").status()).isEqualTo(503);
        assertThat(call("TWICE").text()).isEqualTo("second");
        assertThat(call("TWICE").status()).isEqualTo(503);
        insi.hop();
        insi.hop();
        insi.hop();
    }

    @Test
    void prefersThePriority() throws Exception {
        assertThat(call("PRIORITY").text()).isEqualTo("strong");
        insi.hop();
    }

    @Test
    void matchesATemplateOfThePath() throws Exception {
        assertThat(call("PATH").text()).isEqualTo("lps");
        insi.hop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CERTIFICATE", "SUBJECT", "SERIAL", "CLAIMS", "ATTRIBUTES", "ALL"})
    void matchesOnWhatTheCallerProves(String name) throws Exception {
        assertThat(call(name).text()).isEqualTo("matched " + name);
        insi.hop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTHER CERTIFICATE", "OTHER CLAIMS", "OTHER ATTRIBUTES", "NOT ALL"})
    void doesNotMatchWhatTheCallerDoesNotProve(String name) throws Exception {
        assertThat(call(name).text()).doesNotContain("matched");
        insi.hop();
    }

    @Test
    void printsWhatTheCallerProves() throws Exception {
        assertThat(call("HELPERS").text().split("\\|"))
                .containsExactly(
                        TestCertificates.CLIENT_ID,
                        TestCertificates.PROXY_OPERATOR,
                        serial(),
                        "ORG_AUTH_CLI",
                        TestCertificates.CLIENT_ID,
                        "account,insi",
                        "",
                        Tokens.PERSON,
                        "[ERROR: client-certificate wants a name in quotes: cn, ou, serial, profile or subject]");
        insi.hop();
    }

    /** The checks let no other profile than one through; the evidence is the certificate's all the same. */
    @ParameterizedTest
    @CsvSource({"SERVER,SERV_SSL", "SIGNER,ORG_SIGN", "CLIENT,ORG_AUTH_CLI"})
    void tellsTheProfileOfWhateverCertificateThereIs(String which, String profile) {
        HeldCertificate held = Map.of(
                        "SERVER", TestCertificates.SERVER,
                        "SIGNER", TestCertificates.SIGNER,
                        "CLIENT", TestCertificates.CLIENT)
                .get(which);
        Caller caller = new Caller(
                List.of(), Optional.of(held.certificate()), Optional.empty(), Optional.empty(), Optional.empty());
        Peer peer = new Peer(new InetSocketAddress("127.0.0.1", 1), List.of(), Optional.empty(), Optional.empty());
        byte[] body = "<x><NomNaissance>HELPERS</NomNaissance></x>".getBytes(StandardCharsets.UTF_8);

        Response answer = stubs.answer(new Request("POST", "/lps", Headers.EMPTY, body, peer), caller)
                .orElseThrow();

        assertThat(answer.text().split("\\|")[3]).isEqualTo(profile);
    }

    @Test
    void leavesTheRestToTheBuiltInAnswers() throws Exception {
        assertThat(BusinessResponse.parse(insi.post(Samples.soundInsi(NOW)).body())
                        .outcome())
                .contains("00");
        insi.hop();
    }

    private static Response call(String name) throws IOException {
        byte[] request = Samples.insi(
                NOW,
                Samples.LPS.withNumber(Optional.of(Samples.INSI_NUMBER)),
                Optional.of(Samples.assertionPs(NOW, Tokens.PERSON)),
                Traits.of(name, "CAMILLE", "F", "1990-01-01"));
        return insi.post(
                Optional.of(TestCertificates.CLIENT),
                Headers.of("Authorization", "Bearer " + insi.soundToken(), "Content-Type", "application/soap+xml"),
                request);
    }

    private static void caller(String name, String matcher, String parameters) throws IOException {
        String custom = ", 'customMatcher': {'name': '" + matcher + "', 'parameters': {" + parameters + "}}";
        mapping(name.toLowerCase(Locale.ROOT), pattern(name) + custom, "'body': 'matched " + name + "'", "");
    }

    private static void respond(String name, String response) throws IOException {
        mapping(name.toLowerCase(Locale.ROOT), pattern(name), response, "");
    }

    private static String pattern(String name) {
        return "'method': 'POST', 'urlPath': '/lps', " + body(name);
    }

    private static String body(String name) {
        return "'bodyPatterns': [{'matchesXPath': \"//*[local-name()='NomNaissance' and text()='" + name + "']\"}]";
    }

    private static String scenario(String required, String next) {
        return "'scenarioName': 'twice', 'requiredScenarioState': '" + required + "', 'newScenarioState': '" + next
                + "',";
    }

    private static void mapping(String file, String request, String response, String more) throws IOException {
        String json =
                "{" + json(more) + "\"request\": {" + json(request) + "}, \"response\": {" + json(response) + "}}";
        Files.writeString(folder.resolve("mappings").resolve(file + ".json"), json, StandardCharsets.UTF_8);
    }

    /** Apostrophes outside of quoted texts are quotation marks. */
    private static String json(String easy) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (char c : easy.toCharArray()) {
            quoted ^= c == '"';
            out.append(c == '\'' && !quoted ? '"' : c);
        }
        return out.toString();
    }

    private static String serial() {
        return TestCertificates.CLIENT.certificate().getSerialNumber().toString(16);
    }

    private static String subjectTheOtherWayRound() {
        String[] parts = TestCertificates.CLIENT
                .certificate()
                .getSubjectX500Principal()
                .getName()
                .split(",");
        Collections.reverse(Arrays.asList(parts));
        return String.join(" , ", parts);
    }
}
