package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.Deposit;
import fr.accroche.messages.DmpFault;
import fr.accroche.messages.DmpResponse;
import fr.accroche.messages.Ins;
import fr.accroche.messages.InsiResponse;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SignatureResult;
import fr.accroche.messages.SignatureVerifier;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.TlsiFault;
import fr.accroche.messages.Traits;
import fr.accroche.messages.XdsAnswer;
import fr.accroche.messages.XdsError;
import fr.accroche.proxy.metier.MetierLps;
import fr.accroche.proxy.metier.PublishedSchema;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetierTest {

    private static final String INS = "290019999900113";
    private static final String NUMBER = "HOM-ALPHA-0001";
    private static final String EXISTENCE = "/send/dmp/existence-test";
    private static final String SEARCH = "/send/insi/search";

    private static final MetierLps ALPHA = new MetierLps(
            "Alpha Cabinet",
            "2.1",
            "5d0b2d1e-1f3f-4a6e-9d55-3f7a5b7c0001",
            Map.of("dmp", NUMBER, "insi", "IDAM-ALPHA"),
            Certificates.ALPHA_LPS,
            Map.of("dmp", new MetierLps.Eai("eai", Optional.of("HOM-EAI"))));

    private static final String ON_PATIENT = """
            {"professional":{"displayName":"DEMO Camille","structure":"499900000011000","sector":"SA07",
              "roles":[{"code":"10","codeSystem":"1.2.250.1.71.1.2.7","displayName":"Médecin"},
                       {"code":"SM26","codeSystem":"1.2.250.1.71.4.2.5","displayName":"Médecine générale"}]},
             "patient":{"ins":"290019999900113","oid":"1.2.250.1.213.1.4.10"}}""";
    private static final String ON_TRAITS = """
            {"professional":{"billingId":"991000001","sector":"SA07","amoSpeciality":"01"},
             "traits":{"birthName":"DEMO","firstNames":["CAMILLE"],"sex":"F","birthDate":"1990-01-01"}}""";

    private final Chain chain = Chain.with(settings -> settings.withMetier(Map.of(Chain.ALPHA, ALPHA)));
    private Lps lps;

    @BeforeEach
    void connect() throws Exception {
        chain.forget();
        chain.teleservices.on("/dmp/patients", existing());
        lps = chain.lps();
        lps.connect(Chain.ALPHA);
    }

    @AfterAll
    void close() {
        chain.close();
    }

    private static Handler existing() {
        return soap(200, request -> {
            BusinessRequest asked = BusinessRequest.parse(request);
            return new DmpResponse(
                            "urn:uuid:1f0e3a52-0000-4000-8000-000000000001",
                            asked.messageId().orElseThrow(),
                            Chain.START,
                            (Ins) asked.patient().orElseThrow(),
                            Optional.of(new DmpResponse.Dossier("VALIDE", true, Optional.empty(), true, false)))
                    .toBytes();
        });
    }

    private interface Answer {
        byte[] to(byte[] request);
    }

    private static Handler soap(int status, Answer answer) {
        return request ->
                new Response(status, Headers.of("Content-Type", "application/soap+xml"), answer.to(request.body()));
    }

    private Response ask(String path, String json) throws Exception {
        return lps.call("POST", path, Headers.of("Content-Type", "application/json"), json);
    }

    private static JsonObject problem(Response response) {
        assertThat(response.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(PublishedSchema.faults("problem", response.body())).isEmpty();
        return Json.parseObject(response.body());
    }

    @Test
    void buildsASignedRequestInTheNameOfTheLpsAndAnswersInJson() throws Exception {
        // When
        Response response = ask(EXISTENCE, ON_PATIENT);

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Content-Type")).contains("application/json");
        assertThat(response.text())
                .isEqualTo("{\"exists\":true,\"authorization\":\"VALIDE\",\"treatingPhysician\":true,"
                        + "\"webAccount\":true,\"monEspaceSante\":false}");
        BusinessRequest sent =
                BusinessRequest.parse(chain.teleservices.only("/dmp/patients").body());
        ParsedAssertion vihf = sent.assertion(ParsedAssertion.Kind.VIHF).orElseThrow();
        assertThat(vihf.nameId()).contains("person-of-psc");
        assertThat(vihf.lps().name()).contains("Alpha Cabinet");
        assertThat(vihf.lps().version()).contains("2.1");
        assertThat(vihf.lps().number()).contains(NUMBER);
        assertThat(vihf.patient()).contains(new Ins(INS, Ins.NIR_TEST));
        assertThat(sent.patient()).contains(new Ins(INS, Ins.NIR_TEST));
        assertThat(SignatureVerifier.strict().verify(vihf))
                .isInstanceOfSatisfying(
                        SignatureResult.Valid.class,
                        valid -> assertThat(valid.signer()).isEqualTo(Certificates.ALPHA_LPS.certificate()));
    }

    @Test
    void sendsItWithTheCertificateAndTheTokenOfTheSession() throws Exception {
        // When
        lps.call(
                "POST",
                EXISTENCE,
                Headers.of(
                        "Content-Type", "application/json",
                        "X-Inner", "of the LPS",
                        "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                ON_PATIENT);

        // Then
        Seen seen = chain.teleservices.only("/dmp/patients");
        assertThat(seen.presented(Certificates.ALPHA)).isTrue();
        assertThat(seen.header("Authorization").orElseThrow()).startsWith("Bearer api-token/dmp-for-alpha-edc-bas");
        assertThat(seen.header("Content-Type")).contains("application/soap+xml; charset=utf-8");
        assertThat(seen.header("traceparent").orElseThrow()).contains("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(seen.header("Cookie")).isEmpty();
        assertThat(seen.header("X-Inner")).isEmpty();
    }

    @Test
    void leavesTheTraceOfPassePlat() throws Exception {
        // When
        ask(EXISTENCE, ON_PATIENT);
        chain.clock.advance(Duration.ofSeconds(1));

        // Then
        JsonArray traces = (JsonArray)
                Json.parse(lps.get("/traces?start=2000-01-01T00:00:00Z").body());
        assertThat(traces.objects())
                .last()
                .satisfies(trace -> assertThat(trace.text("type")).contains("SEND"))
                .satisfies(trace -> assertThat(
                                trace.object("apiRequest").orElseThrow().compact())
                        .isEqualTo("{\"nomApiPsc\":\"dmp\",\"methode\":\"POST\",\"path\":\"/existence-test\"}"));
    }

    @Test
    void leavesNoTraceOfWhatItDoesNotSend() throws Exception {
        try (Chain failing = Chain.with(settings -> settings.withMetier(Map.of(Chain.ALPHA, ALPHA))
                .withBreaking(new Breaking(1, Duration.ofSeconds(10))))) {
            failing.teleservices.on("/dmp/patients", Response.DROPPED);
            Lps own = failing.lps();
            own.connect(Chain.ALPHA);
            Headers json = Headers.of("Content-Type", "application/json");

            assertThat(own.call("POST", EXISTENCE, json, ON_PATIENT).status()).isEqualTo(502);
            assertThat(own.call("POST", EXISTENCE, json, ON_PATIENT).status()).isEqualTo(503);
            failing.clock.advance(Duration.ofSeconds(1));

            assertThat(own.get("/traces?start=2000-01-01T00:00:00Z").text()).containsOnlyOnce("\"SEND\"");
        }
    }

    @Test
    void notesWhoBuiltItAndNothingOfThePatient() throws Exception {
        // When
        ask(EXISTENCE, ON_PATIENT);
        ask(SEARCH, ON_TRAITS);

        // Then
        assertThat(chain.hops)
                .filteredOn(hop -> hop.call().contains("/send/"))
                .extracting(hop -> hop.value(Fact.BUILT_BY).orElse(""))
                .containsExactly("eai", "proxy-esante");
        assertThat(chain.hops)
                .allSatisfy(hop -> assertThat(hop.toString()).doesNotContain(INS, NUMBER, "CAMILLE", "HOM-EAI"));
    }

    @Test
    void answersWhoThePersonIs() throws Exception {
        // Given
        Traits traits = Traits.of("DEMO", "CAMILLE", "F", "1990-01-01");
        chain.teleservices.on(
                "/insi/lps",
                soap(
                        200,
                        request -> InsiResponse.found(new InsiResponse.Identity(
                                new Ins(INS, Ins.NIR), List.of(new Ins("109076322083489", Ins.NIA)), traits))));

        // When
        Response response = ask(SEARCH, ON_TRAITS);

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text())
                .isEqualTo("{\"code\":\"00\",\"label\":\"OK\","
                        + "\"active\":{\"ins\":\"290019999900113\",\"oid\":\"1.2.250.1.213.1.4.8\"},"
                        + "\"former\":[{\"ins\":\"109076322083489\",\"oid\":\"1.2.250.1.213.1.4.9\"}],"
                        + "\"traits\":{\"birthName\":\"DEMO\",\"firstNames\":[\"CAMILLE\"],\"sex\":\"F\","
                        + "\"birthDate\":\"1990-01-01\"}}");
        BusinessRequest sent =
                BusinessRequest.parse(chain.teleservices.only("/insi/lps").body());
        assertThat(sent.contexteLps().orElseThrow().lps().number()).contains("IDAM-ALPHA");
        assertThat(sent.patient()).contains(traits);
    }

    @Test
    void saysWhereARequestIsNotAsItsSchemaHasIt() throws Exception {
        // When
        JsonObject problem =
                problem(ask(EXISTENCE, ON_PATIENT.replace(INS, "29001").replace("\"sector\":\"SA07\",", "")));

        // Then
        assertThat(problem.integer("status")).contains(400L);
        assertThat(problem.array("errors").orElseThrow().objects())
                .extracting(JsonObject::compact)
                .containsExactly(
                        "{\"pointer\":\"/professional/sector\",\"expected\":\"to be there\",\"observed\":\"nothing\"}",
                        "{\"pointer\":\"/patient/ins\",\"expected\":\"a text of the form "
                                + "^[0-9]{5}([0-9]{2}|2A|2B)[0-9]{8}$\",\"observed\":\"another text of 5 characters\"}");
        assertThat(problem.compact()).doesNotContain("29001");
        assertThat(chain.teleservices.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"<soap/>\"", "{\"professional\":null}", "{\"a\":1e400}"})
    void refusesWhatIsNoRequest(String body) throws Exception {
        // When
        Response response = ask(EXISTENCE, body);

        // Then
        assertThat(response.status()).isEqualTo(400);
        problem(response);
        assertThat(chain.teleservices.seen()).isEmpty();
    }

    @Test
    void forwardsNoMessageThatTheLpsBuilt() throws Exception {
        // When
        Response atTheDoor = lps.post(EXISTENCE, "<soap/>");
        Response relayed = lps.post("/send/dmp/patients", "<soap/>");

        // Then
        assertThat(atTheDoor.status()).isEqualTo(415);
        assertThat(atTheDoor.headers().first("Accept")).contains("application/json");
        assertThat(relayed.status()).isEqualTo(404);
        assertThat(relayed.text()).contains("POST /send/dmp/existence-test");
        assertThat(chain.teleservices.seen()).isEmpty();
    }

    @Test
    void buildsNothingForAnLpsOfPassePlat() throws Exception {
        // Given
        lps = chain.lps();
        lps.connect(Chain.BETA);

        // When
        Response built = ask(EXISTENCE, ON_PATIENT);
        Response relayed = lps.post("/send/dmp/x", "<soap/>");

        // Then
        assertThat(built.status()).isEqualTo(404);
        assertThat(relayed.status()).isEqualTo(200);
        assertThat(chain.teleservices.seen("/dmp/patients")).isEmpty();
    }

    @Test
    void takesNoOtherMethod() throws Exception {
        // When
        Response response = lps.get(EXISTENCE);

        // Then
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers().first("Allow")).contains("POST");
    }

    @Test
    void refusesACallWithoutSession() throws Exception {
        // Given
        lps = chain.lps();

        // When
        Response response = ask(EXISTENCE, ON_PATIENT);

        // Then
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.text()).contains("No session found.");
    }

    @Test
    void actsForNobodyButTheProfessionalOfTheSession() throws Exception {
        // When
        Response response =
                ask(EXISTENCE, ON_PATIENT.replace("{\"displayName", "{\"nationalId\":\"899900000029\",\"displayName"));

        // Then
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains("LPS-05");
        assertThat(response.text()).doesNotContain("person-of-psc");
        assertThat(chain.lastHop().breaches())
                .singleElement()
                .extracting(Breach::rule)
                .isEqualTo(RuleId.of("LPS-05"));
        assertThat(chain.teleservices.seen()).isEmpty();
    }

    @Test
    void tellsAFaultOfTheDmpInItsOwnWords() throws Exception {
        // Given
        chain.teleservices.on(
                "/dmp/patients",
                request -> soap(
                                500,
                                body -> DmpFault.invalidCertificate("urn:uuid:1", Optional.empty())
                                        .toBytes())
                        .handle(request)
                        .with("X-Accroche-Diagnosis", "LPS-04"));

        // When
        Response response = ask(EXISTENCE, ON_PATIENT);

        // Then
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains("LPS-04");
        assertThat(problem(response).object("service").orElseThrow().compact())
                .isEqualTo(
                        "{\"name\":\"dmp\",\"httpStatus\":500,\"code\":\"DMPInvalidCertificate\",\"text\":\"Le certificat"
                                + " ayant signé le VIHF est invalide : Not a valid signature certificate\"}");
    }

    @Test
    void tellsFaultsOfBothDialectsOfInsi() throws Exception {
        // Given
        chain.teleservices.on(
                "/insi/lps",
                soap(
                        500,
                        body -> TlsiFault.unknownSoftware(Optional.of("uuid:1")).toBytes()));
        Response gateway = ask(SEARCH, ON_TRAITS);
        chain.teleservices.on("/insi/lps", soap(500, body -> InsiResponse.technicalError()));

        // When
        Response business = ask(SEARCH, ON_TRAITS);

        // Then
        assertThat(gateway.status()).isEqualTo(422);
        assertThat(problem(gateway).object("service").flatMap(service -> service.text("code")))
                .contains("desir_550");
        assertThat(business.status()).isEqualTo(502);
        assertThat(problem(business).object("service").flatMap(service -> service.text("code")))
                .contains("insi_102");
    }

    @Test
    void tellsAnErrorThatHl7CarriesInAnAnswer() throws Exception {
        // Given
        chain.teleservices.on("/dmp/patients", soap(200, body -> """
                <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body>
                <PRPA_IN201308UV02 xmlns="urn:hl7-org:v3"><acknowledgement><typeCode code="AE"/>
                <acknowledgementDetail><code code="DMPStructure"/><text>Structure introuvable</text></acknowledgementDetail>
                </acknowledgement></PRPA_IN201308UV02></soap:Body></soap:Envelope>""".getBytes(StandardCharsets.UTF_8)));

        // When
        Response response = ask(EXISTENCE, ON_PATIENT);

        // Then
        assertThat(response.status()).isEqualTo(422);
        assertThat(problem(response).object("service").orElseThrow().compact())
                .isEqualTo(
                        "{\"name\":\"dmp\",\"httpStatus\":200,\"code\":\"DMPStructure\",\"text\":\"Structure introuvable\"}");
    }

    @Test
    void depositsADocumentAsAnAttachmentByteForByte() throws Exception {
        // Given
        byte[] content = new byte[190 * 1024];
        new Random(1).nextBytes(content);
        chain.teleservices.on("/dmp/repository", request -> {
            SoapMessage answer =
                    XdsAnswer.SUCCESS.toDeposit("urn:uuid:1", "urn:uuid:2").inPackage();
            return new Response(200, Headers.of("Content-Type", answer.contentType()), answer.bytes());
        });

        // When
        Response response = ask("/send/dmp/documents", deposit(content));

        // Then
        assertThat(response.text()).isEqualTo("{\"deposited\":true}");
        Seen seen = chain.teleservices.only("/dmp/repository");
        SoapMessage sent = new SoapMessage(seen.header("Content-Type").orElseThrow(), seen.body());
        assertThat(sent.packaged()).isTrue();
        Deposit deposit = Deposit.read(sent);
        assertThat(deposit.documents()).singleElement().satisfies(document -> {
            assertThat(document.content()).isEqualTo(content);
            assertThat(document.entry().author().person().nationalId()).isEqualTo("person-of-psc");
            assertThat(document.entry().author().institution().nationalId()).isEqualTo("499900000011000");
        });
        assertThat(BusinessRequest.parse(sent)
                        .assertion(ParsedAssertion.Kind.VIHF)
                        .flatMap(vihf -> vihf.lps().number()))
                .contains(NUMBER);
    }

    @Test
    void tellsAnErrorOfTheRegistry() throws Exception {
        // Given
        chain.teleservices.on("/dmp/repository", request -> {
            SoapMessage answer = XdsAnswer.failure(List.of(new XdsError("XDSUnknownPatientId", "no DMP has this INS")))
                    .toDeposit("urn:uuid:1", "urn:uuid:2");
            return new Response(200, Headers.of("Content-Type", answer.contentType()), answer.bytes());
        });

        // When
        Response response = ask("/send/dmp/documents", deposit(new byte[] {1}));

        // Then
        assertThat(response.status()).isEqualTo(422);
        assertThat(problem(response).object("service").orElseThrow().compact())
                .isEqualTo("{\"name\":\"dmp\",\"httpStatus\":200,\"code\":\"XDSUnknownPatientId\","
                        + "\"text\":\"no DMP has this INS\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AA", "AAA", "AA=A", "A===", "AAAA\\n", "AAA*"})
    void takesNoContentThatIsNoBase64(String content) throws Exception {
        // When
        Response response = ask("/send/dmp/documents", deposit(new byte[] {1}).replace("AQ==", content));

        // Then
        assertThat(response.status()).isEqualTo(400);
        assertThat(problem(response).array("errors").orElseThrow().objects())
                .extracting(fault -> fault.text("pointer").orElse(""))
                .containsExactly("/document/content");
    }

    private static String deposit(byte[] content) throws IOException {
        JsonObject example = Json.parseObject(
                Files.readAllBytes(Path.of("..", "docs", "examples", "document-deposit.request.json")));
        JsonObject document = example.object("document").orElseThrow();
        JsonObject professional = example.object("professional").orElseThrow();
        return example.with("professional", professional.without("nationalId"))
                .with("document", document.with("content", Base64.getEncoder().encodeToString(content)))
                .compact();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html/>", "<!DOCTYPE x><x/>", "{}", "not even that"})
    void takesNothingElseForAnAnswer(String body) throws Exception {
        // Given
        chain.teleservices.on("/dmp/patients", Response.of(401, "text/html", body));

        // When
        Response response = ask(EXISTENCE, ON_PATIENT);

        // Then
        assertThat(response.status()).isEqualTo(502);
        assertThat(problem(response).object("service").flatMap(service -> service.integer("httpStatus")))
                .contains(401L);
    }

    @Test
    void putsItsOwnNumberInWhereItIsBrokenSo() throws Exception {
        // Given
        ProxyDefects defects = ProxyDefects.writingNumber("PROXY-0001");
        try (Chain broken = Chain.with(
                settings -> settings.withMetier(Map.of(Chain.ALPHA, ALPHA)).withDefects(defects))) {
            broken.teleservices.on("/dmp/patients", existing());
            lps = broken.lps();
            lps.connect(Chain.ALPHA);

            // When
            ask(EXISTENCE, ON_PATIENT);

            // Then
            BusinessRequest sent = BusinessRequest.parse(
                    broken.teleservices.only("/dmp/patients").body());
            ParsedAssertion vihf = sent.assertion(ParsedAssertion.Kind.VIHF).orElseThrow();
            assertThat(vihf.lps().number()).contains("PROXY-0001");
            assertThat(vihf.lps().name()).contains("Alpha Cabinet");
        }
    }
}
