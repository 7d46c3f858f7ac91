package fr.accroche.scenarios.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.messages.VihfForm;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.lps.LpsDefect;
import fr.accroche.scenarios.lps.LpsMessages;
import fr.accroche.scenarios.lps.LpsProfile;
import fr.accroche.scenarios.lps.SeatedPerson;
import fr.accroche.scenarios.report.JsonReport;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.TextReport;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HARs of what a client sent to a real chain, judged without it. */
class HarReaderTest {

    private static final String OIDC = "/protocol/openid-connect/";
    private static final String PSC = "/auth/realms/esante-wallet";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final MovableClock CLOCK = TestFolders.clock();

    private static Declaration declaration;
    private static Operation operation;
    private static Chain chain;
    private static WireClient client;

    @BeforeAll
    static void start() throws Exception {
        declaration = DeclarationReader.read(
                "accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(Clock.systemUTC()));
        operation = declaration.operations().get(0);
        chain = Chain.start(
                ChainPlan.sound(declaration),
                operation,
                new Chain.Surround(
                        TestFolders.open(CLOCK),
                        Ports.FREE,
                        Stubs.NONE,
                        new InMemoryJournal(1_000),
                        CLOCK,
                        new SecureRandom()));
        client = chain.client(operation);
    }

    @AfterAll
    static void stop() {
        client.close();
        chain.close();
    }

    /** What a proxy sends for one session, recorded. */
    private static final class Session {

        private final RecordedCalls calls = new RecordedCalls(CLOCK::instant);
        private UnaryOperator<Form> ciba = form -> form;
        private UnaryOperator<Form> exchange = form -> form;
        private LpsDefect[] defects = {};
        private UnaryOperator<String> changing = text -> text;

        Session asking(UnaryOperator<Form> otherwise) {
            ciba = otherwise;
            return this;
        }

        Session exchanging(UnaryOperator<Form> otherwise) {
            exchange = otherwise;
            return this;
        }

        Session sending(LpsDefect... wrong) {
            defects = wrong;
            return this;
        }

        String har() throws IOException {
            get(Participant.PSC, PSC + "/.well-known/wallet-openid-configuration");
            Response asked = post(
                    Participant.PSC,
                    PSC + OIDC + "ext/ciba/auth",
                    ciba.apply(Form.of(
                            "client_id", operation.clientId().value(),
                            "scope", "openid scope_all",
                            "acr_values", "eidas1",
                            "login_hint", SeatedPerson.physician().nameId(),
                            "binding_message", "42",
                            "channel", "MOBILE")));
            if (asked.status() == 200) {
                token(Json.parseObject(asked.body()).text("auth_req_id").orElseThrow());
            }
            return calls.har();
        }

        private void token(String request) throws IOException {
            CLOCK.advance(Duration.ofSeconds(6));
            Response polled = post(
                    Participant.PSC,
                    PSC + OIDC + "token",
                    Form.of(
                            "grant_type",
                            "urn:openid:params:grant-type:ciba",
                            "auth_req_id",
                            request,
                            "client_id",
                            operation.clientId().value()));
            String token = Json.parseObject(polled.body())
                    .text("access_token")
                    .orElseThrow(() -> new AssertionError(polled.text()));
            for (Teleservice service : List.of(Teleservice.DMP, Teleservice.INSI, Teleservice.ON)) {
                CLOCK.advance(Duration.ofSeconds(1));
                Response exchanged = post(
                        Participant.API_PSC,
                        "/realms/" + service.route() + OIDC + "token",
                        exchange.apply(Form.of(
                                "grant_type",
                                HarLinks.EXCHANGE,
                                "client_id",
                                operation.clientId().value(),
                                "subject_token",
                                token,
                                "subject_token_type",
                                "urn:ietf:params:oauth:token-type:access_token",
                                "subject_issuer",
                                "psc")));
                if (exchanged.status() == 200) {
                    business(
                            service,
                            Json.parseObject(exchanged.body())
                                    .text("access_token")
                                    .orElseThrow());
                }
            }
        }

        private void business(Teleservice service, String token) throws IOException {
            String path = service == Teleservice.DMP
                    ? declaration.settings().teleservices().dmp().base() + "patients"
                    : declaration.settings().teleservices().tlsi().base() + "lps";
            calls.send(
                    client,
                    new ClientRequest(
                            "POST",
                            chain.uri(Participant.of(service)).resolve(path),
                            Headers.of(
                                    "Content-Type",
                                    "application/soap+xml; charset=utf-8",
                                    "Authorization",
                                    "Bearer " + token),
                            changing.apply(new String(
                                            new LpsMessages(profile(), CLOCK, UUID::randomUUID).request(service),
                                            StandardCharsets.UTF_8))
                                    .getBytes(StandardCharsets.UTF_8)));
        }

        private LpsProfile profile() {
            return new LpsProfile(
                    operation,
                    declaration.proxy(operation).mode(),
                    declaration.lps(operation),
                    declaration.integratedIn(operation),
                    declaration.teleservices(operation),
                    declaration.environment(),
                    declaration.settings().teleservices().insi().authentication(),
                    SeatedPerson.physician(),
                    chain.seal(operation),
                    chain.clientCertificate(operation),
                    VihfForm.INDIRECTE,
                    Set.of(defects),
                    Optional.empty());
        }

        private void get(Participant at, String path) throws IOException {
            calls.send(client, ClientRequest.get(chain.uri(at).resolve(path)));
        }

        private Response post(Participant at, String path, Form form) throws IOException {
            return calls.send(client, ClientRequest.post(chain.uri(at).resolve(path), FORM, form.encoded()));
        }
    }

    private static Form without(Form form, String... names) {
        Form rest = Form.of();
        for (String name : form.names()) {
            if (!Set.of(names).contains(name)) {
                rest = rest.plus(name, form.first(name).orElseThrow());
            }
        }
        return rest;
    }

    @Test
    void ofASoundSessionNothingIsBrokenAndItIsNotCalledConforming() throws Exception {
        String har = new Session().har();

        Run run = judged(har);

        assertThat(broken(run)).isEmpty();
        assertThat(run.verdict().outcome()).isEqualTo(Outcome.INDETERMINE);
        assertThat(run.verdict().exchanges()).hasSize(2);
        assertThat(with(run, Status.PASS))
                .contains("IDN-03", "IDN-04", "IDN-06", "LPS-01", "LPS-02", "LPS-03", "LPS-04", "LPS-05", "LPS-08")
                .contains("LPS-09", "LPS-10", "LPS-11", "TOK-01", "TOK-02", "TOK-04", "TOK-05");
        assertThat(with(run, Status.NOT_TESTABLE))
                .contains("IDN-01", "IDN-02", "IDN-07", "CRD-01", "CRD-02", "MTL-01", "TOK-03", "LPS-06", "LPS-07");
        assertThat(with(run, Status.SKIPPED)).isEmpty();
        assertThat(reason(run, "IDN-01")).contains("a HAR keeps nothing of TLS");
        assertThat(hops(run, Stage.BUSINESS))
                .hasSize(3)
                .allSatisfy(hop -> assertThat(hop.succeeded()).isTrue());
        assertThat(JsonReport.of(judged(har), Language.FR)).isEqualTo(JsonReport.of(run, Language.FR));
    }

    @ParameterizedTest
    @CsvSource({
        "USES_THE_NUMBER_OF_ANOTHER_LPS, IDN-06",
        "SAYS_ANOTHER_VERSION, LPS-02",
        "OMITS_THE_IDAM, LPS-03",
        "CHANGES_THE_VIHF_AFTER_SIGNING, LPS-04",
        "NAMES_ANOTHER_PERSON, LPS-05",
        "MISTYPES_THE_INS, LPS-08",
        "WRITES_THE_VIHF_OF_ROR, LPS-08",
        "WRITES_AN_OLD_CONTEXTE_BAM, LPS-10"
    })
    void whatIsWrongInAMessageBreaksItsRuleAlone(LpsDefect defect, String rule) throws Exception {
        assertThat(broken(judged(new Session().sending(defect).har()))).containsExactly(rule);
    }

    @Test
    void aWrongScopeBreaksTheRuleOfCiba() throws Exception {
        Session session = new Session().asking(form -> without(form, "scope").plus("scope", "openid profile"));

        Run run = judged(session.har());

        assertThat(broken(run)).containsExactly("TOK-05");
        assertThat(hops(run, Stage.PSC_CIBA)).hasSize(1).allSatisfy(hop -> {
            assertThat(hop.status()).isEqualTo(400);
            assertThat(hop.answer()).isPresent();
        });
        assertThat(with(run, Status.NOT_TESTABLE)).contains("LPS-01", "TOK-01");
        assertThat(reason(run, "LPS-01")).isEqualTo("this HAR has no call of this step");
    }

    @Test
    void anExchangeWithoutTheTypeOfItsTokenBreaksTheRuleOfExchanges() throws Exception {
        Session session = new Session().exchanging(form -> without(form, "subject_token_type"));

        assertThat(broken(judged(session.har()))).containsExactly("TOK-01");
    }

    @Test
    void anExchangeForAnotherClientIsSeenInTheToken() throws Exception {
        Session session = new Session()
                .exchanging(form -> without(form, "client_id").plus("client_id", "alpha-clinique-edc-bas"));

        assertThat(broken(judged(session.har()))).containsExactly("IDN-04");
    }

    @Test
    void ofWhatAnLpsSendsToItsProxyTheSessionIsTold() throws Exception {
        RecordedCalls calls = new RecordedCalls(CLOCK::instant);
        URI proxy = chain.uri(Participant.PROXY);
        try (WireClient lps = chain.lpsClient()) {
            String login = JsonObject.EMPTY
                    .with("nationalId", SeatedPerson.physician().nameId())
                    .with("bindingMessage", "42")
                    .with("clientId", operation.clientId().value())
                    .with("channel", "MOBILE")
                    .compact();
            Response connected =
                    calls.send(lps, ClientRequest.post(proxy.resolve("/connect"), "application/json", login));
            String cookie =
                    connected.headers().first("Set-Cookie").orElseThrow().split(";", 2)[0];
            calls.send(
                    lps,
                    ClientRequest.post(
                                    proxy.resolve("/send/insi/lps?ins=269054958815780"), "application/soap+xml", "<a/>")
                            .with("Cookie", cookie));
            calls.send(
                    lps,
                    new ClientRequest(
                            "DELETE", proxy.resolve("/disconnect"), Headers.of("Cookie", cookie), new byte[0]));
            calls.send(lps, ClientRequest.get(proxy.resolve("/elsewhere")));
        }

        Run run = judged(calls.har());

        assertThat(broken(run)).isEmpty();
        assertThat(run.verdict().exchanges()).hasSize(1);
        assertThat(run.verdict().exchanges().get(0).hops())
                .extracting(Hop::stage)
                .containsExactly(Stage.PROXY_CONNECT, Stage.PROXY_SEND, Stage.PROXY_DISCONNECT);
        assertThat(HarCalls.others(read(calls.har()), run)).isEqualTo(1);
        assertThat(JsonReport.of(run, Language.EN)).doesNotContain("269054958815780");
    }

    @Test
    void aReportMadeOfItIsNoMoreConformingThanIt() throws Exception {
        Run run = judged(new Session().har());

        Run again = Replay.of("run.json", read(JsonReport.of(run, Language.EN)), declaration);

        assertThat(again.verdict().outcome()).isEqualTo(Outcome.INDETERMINE);
        assertThat(with(again, Status.NOT_TESTABLE)).isEqualTo(with(run, Status.NOT_TESTABLE));
        assertThat(with(again, Status.PASS)).isEqualTo(with(run, Status.PASS));
    }

    /** Of a body or a header that a tool left out, nothing is said. */
    @Test
    void whatTheFileDoesNotHoldIsNotHeldAgainstAnyone() throws Exception {
        Session session = new Session();
        session.har();

        Run withoutBodies = judged(session.calls.har(sent -> sent.without("postData")));
        Run withoutHeaders = judged(session.calls.har(sent -> sent.without("headers")));

        assertThat(broken(withoutBodies)).isEmpty();
        assertThat(hops(withoutBodies, Stage.BUSINESS)).isEmpty();
        assertThat(broken(withoutHeaders)).isEmpty();
        assertThat(hops(withoutHeaders, Stage.BUSINESS)).hasSize(3);
    }

    @Test
    void noSecretOfItIsInAnyReport() throws Exception {
        String har = new Session().har();
        Run run = judged(har);
        String report = JsonReport.of(run, Language.EN) + TextReport.of(run, Language.EN, Paint.PLAIN);

        for (Json each : Json.parseObject(har.getBytes(StandardCharsets.UTF_8))
                .object("log")
                .orElseThrow()
                .array("entries")
                .orElseThrow()
                .items()) {
            JsonObject entry = (JsonObject) each;
            secrets(entry).forEach(secret -> assertThat(report).doesNotContain(secret));
        }
        assertThat(run.verdict().exchanges().toString()).doesNotContain("Bearer ey");
        assertThat(read(har).toString()).doesNotContain("scope_all", "eyJ");
    }

    /** The parts of all tokens and of all digits that are long enough to be anybody's. */
    private static List<String> secrets(JsonObject entry) {
        String answer = new String(
                Base64.getDecoder()
                        .decode(entry.object("response")
                                .flatMap(response -> response.object("content"))
                                .flatMap(content -> content.text("text"))
                                .orElse("")),
                StandardCharsets.UTF_8);
        return Pattern.compile("[A-Za-z0-9_-]{60,}|\\b[12][0-9]{14}\\b|[A-Z]+-SIMULE-[0-9]+")
                .matcher(entry.compact() + answer)
                .results()
                .map(MatchResult::group)
                .filter(text -> !text.matches("[0-9a-f]{64}"))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"url\"|\"uri\"|log.entries[0].request.url: expected: a text",
                "\"method\":\"GET\"|\"method\":\"GET x\"|log.entries[0].request.method: expected: an HTTP method",
                "\"status\":200|\"status\":2e9|log.entries[0].response.status: expected: a whole number from -1 to 999",
                "\"startedDateTime\":\"|\"startedDateTime\":\"yesterday|log.entries[0].startedDateTime: expected: an ISO 8601",
                "\"time\":12|\"time\":\"12\"|log.entries[0].time: expected: a number of milliseconds",
                "\"text\":\"eyJ|\"text\":\"e|log.entries[0].response.content.text: expected: base64",
                "\"entries\":[|\"entries\":7,\"more\":[|log.entries: expected: a JSON array of at most 20000 items",
            })
    void whatIsWrongIsNamedByItsPath(String was, String is, String told) {
        String har = SAMPLE.compact();
        assertThat(har).contains(was);

        assertThatThrownBy(() -> read(har.replace(was, is)))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith(told);
    }

    @Test
    void otherCallsAreLeftOutWhateverTheirAddress() {
        for (String url : List.of(
                "data:,x", "blob:https://a/b", "ws://a/connect", "https://user:secret@a/x", "::", "", "https:///a")) {
            String har = SAMPLE.compact().replace("https://psc.example/x", url);
            assertThat(HarCalls.others(read(har), judged(har))).isEqualTo(1);
            assertThat(broken(judged(har))).isEmpty();
        }
    }

    /** An entity of a document is refused before it is anything (OWASP XXE): the message cannot be read. */
    @Test
    void noEntityIsExpanded() throws Exception {
        Session session = new Session();
        session.changing = text ->
                "<!DOCTYPE a [<!ENTITY b \"" + "c".repeat(100) + "\">]>" + text.replaceFirst("<\\?xml[^>]*\\?>", "");

        Run run = judged(session.har());

        assertThat(hops(run, Stage.BUSINESS)).isEmpty();
        assertThat(broken(run)).isEmpty();
    }

    /** Whatever it is, it is judged or refused: nothing else comes of it. */
    @Test
    void changedHarsAreJudgedOrRefused() throws Exception {
        byte[] sound = new Session().har().getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < Integer.getInteger("accroche.seeds", 60); seed++) {
            Random random = new Random(seed);
            byte[] changed = sound.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                changed[random.nextInt(changed.length)] =
                        (byte) "{}[],:\"\\0-9eEnt%&=\u0001\u00ff ".charAt(random.nextInt(21));
            }
            Throwable thrown = catchThrowable(() -> judged(new String(changed, StandardCharsets.ISO_8859_1)));
            assertThat(thrown == null || thrown instanceof RecordingException)
                    .as("seed " + seed + ": " + thrown)
                    .isTrue();
        }
    }

    private static final JsonObject SAMPLE = Json.parseObject("""
            {"log": {"version": "1.2", "entries": [{
              "startedDateTime": "2026-11-22T10:00:00.123+01:00", "time": 12,
              "request": {"method": "GET", "url": "https://psc.example/x", "headers": []},
              "response": {"status": 200, "headers": [],
                "content": {"encoding": "base64", "text": "eyJhIjoxfQ=="}}}]}}
            """.getBytes(StandardCharsets.UTF_8));

    private static Recording read(String har) {
        return RecordingReader.read(har.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> broken(Run run) {
        return run.verdict().rules().stream()
                .filter(rule -> rule.status().compareTo(Status.PASS) < 0)
                .map(rule -> rule.card().id().value())
                .toList();
    }

    private static List<String> with(Run run, Status status) {
        return run.verdict().with(status).stream().map(RuleId::value).toList();
    }

    private static String reason(Run run, String rule) {
        return run.verdict()
                .rule(RuleId.of(rule))
                .flatMap(RuleResult::reason)
                .orElseThrow()
                .in(Language.EN);
    }

    private static List<Hop> hops(Run run, Stage stage) {
        return run.verdict().exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .filter(hop -> hop.stage() == stage)
                .toList();
    }

    private static Run judged(String har) {
        return Replay.of("calls.har", RecordingReader.read(har.getBytes(StandardCharsets.UTF_8)), declaration);
    }
}
