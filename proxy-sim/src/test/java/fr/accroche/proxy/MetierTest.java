package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.Ins;
import fr.accroche.messages.InsiResponse;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SignatureResult;
import fr.accroche.messages.SignatureVerifier;
import fr.accroche.messages.Traits;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetierTest {

    private final MetierBench bench = new MetierBench();

    @BeforeEach
    void connect() throws Exception {
        bench.connect();
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void buildsASignedRequestInTheNameOfTheLpsAndAnswersInJson() throws Exception {
        // When
        Response response = bench.ask(MetierBench.EXISTENCE, MetierBench.ON_PATIENT);

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Content-Type")).contains("application/json");
        assertThat(response.text())
                .isEqualTo("{\"exists\":true,\"closed\":false,\"authorization\":\"VALIDE\",\"treatingPhysician\":true,"
                        + "\"webAccount\":true,\"monEspaceSante\":false}");
        BusinessRequest sent = BusinessRequest.parse(
                bench.chain.teleservices.only("/dmp/patients").body());
        ParsedAssertion vihf = sent.assertion(ParsedAssertion.Kind.VIHF).orElseThrow();
        assertThat(vihf.nameId()).contains("person-of-psc");
        assertThat(vihf.lps().name()).contains("Alpha Cabinet");
        assertThat(vihf.lps().version()).contains("2.1");
        assertThat(vihf.lps().number()).contains(MetierBench.NUMBER);
        assertThat(vihf.patient()).contains(new Ins(MetierBench.INS, Ins.NIR_TEST));
        assertThat(sent.patient()).contains(new Ins(MetierBench.INS, Ins.NIR_TEST));
        assertThat(SignatureVerifier.strict().verify(vihf))
                .isInstanceOfSatisfying(
                        SignatureResult.Valid.class,
                        valid -> assertThat(valid.signer()).isEqualTo(Certificates.ALPHA_LPS.certificate()));
    }

    @Test
    void sendsItWithTheCertificateAndTheTokenOfTheSession() throws Exception {
        // When
        bench.lps.call(
                "POST",
                MetierBench.EXISTENCE,
                Headers.of(
                        "Content-Type", "application/json",
                        "X-Inner", "of the LPS",
                        "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                MetierBench.ON_PATIENT);

        // Then
        Seen seen = bench.chain.teleservices.only("/dmp/patients");
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
        bench.ask(MetierBench.EXISTENCE, MetierBench.ON_PATIENT);
        bench.chain.clock.advance(Duration.ofSeconds(1));

        // Then
        JsonArray traces = (JsonArray)
                Json.parse(bench.lps.get("/traces?start=2000-01-01T00:00:00Z").body());
        assertThat(traces.objects())
                .last()
                .satisfies(trace -> assertThat(trace.text("type")).contains("SEND"))
                .satisfies(trace -> assertThat(
                                trace.object("apiRequest").orElseThrow().compact())
                        .isEqualTo("{\"nomApiPsc\":\"dmp\",\"methode\":\"POST\",\"path\":\"/existence-test\"}"));
    }

    @Test
    void leavesNoTraceOfWhatAnOpenBreakerKeptBack() throws Exception {
        try (Chain broken = Chain.with(settings -> settings.withMetier(Map.of(Chain.ALPHA, MetierBench.ALPHA))
                .withBreaking(new Breaking(1, Duration.ofSeconds(10))))) {
            // Given
            bench.lps = broken.lps();
            bench.lps.connect(Chain.ALPHA);
            broken.teleservices.on("/dmp/patients", Response.DROPPED);
            assertThat(bench.ask(MetierBench.EXISTENCE, MetierBench.ON_PATIENT).status())
                    .isEqualTo(502);

            // When
            Response refused = bench.ask(MetierBench.EXISTENCE, MetierBench.ON_PATIENT);
            broken.clock.advance(Duration.ofSeconds(1));

            // Then
            assertThat(refused.status()).isEqualTo(503);
            JsonArray traces = (JsonArray) Json.parse(
                    bench.lps.get("/traces?start=2000-01-01T00:00:00Z").body());
            assertThat(traces.objects())
                    .filteredOn(trace -> trace.text("type").equals(Optional.of("SEND")))
                    .hasSize(1);
        }
    }

    @Test
    void notesWhoBuiltItAndNothingOfThePatient() throws Exception {
        // When
        bench.ask(MetierBench.EXISTENCE, MetierBench.ON_PATIENT);
        bench.ask(MetierBench.SEARCH, MetierBench.ON_TRAITS);

        // Then
        assertThat(bench.chain.hops)
                .filteredOn(hop -> hop.call().contains("/send/"))
                .extracting(hop -> hop.value(Fact.BUILT_BY).orElse(""))
                .containsExactly("eai", "proxy-esante");
        assertThat(bench.chain.hops)
                .allSatisfy(hop -> assertThat(hop.toString())
                        .doesNotContain(MetierBench.INS, MetierBench.NUMBER, "CAMILLE", "HOM-EAI"));
    }

    @Test
    void answersWhoThePersonIs() throws Exception {
        // Given
        Traits traits = Traits.of("DEMO", "CAMILLE", "F", "1990-01-01");
        bench.chain.teleservices.on(
                "/insi/lps",
                MetierBench.soap(
                        200,
                        request -> InsiResponse.found(new InsiResponse.Identity(
                                new Ins(MetierBench.INS, Ins.NIR),
                                List.of(new InsiResponse.FormerIns(
                                        new Ins("109076322083489", Ins.NIA), Optional.empty(), Optional.empty())),
                                traits))));

        // When
        Response response = bench.ask(MetierBench.SEARCH, MetierBench.ON_TRAITS);

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text())
                .isEqualTo("{\"code\":\"00\",\"label\":\"OK\","
                        + "\"active\":{\"ins\":\"290019999900113\",\"oid\":\"1.2.250.1.213.1.4.8\"},"
                        + "\"former\":[{\"ins\":\"109076322083489\",\"oid\":\"1.2.250.1.213.1.4.9\"}],"
                        + "\"traits\":{\"birthName\":\"DEMO\",\"firstNames\":[\"CAMILLE\"],\"sex\":\"F\","
                        + "\"birthDate\":\"1990-01-01\"}}");
        BusinessRequest sent =
                BusinessRequest.parse(bench.chain.teleservices.only("/insi/lps").body());
        assertThat(sent.contexteLps().orElseThrow().lps().number()).contains("IDAM-ALPHA");
        assertThat(sent.patient()).contains(traits);
    }

    @Test
    void putsItsOwnNumberInWhereItIsBrokenSo() throws Exception {
        // Given
        ProxyDefects defects = ProxyDefects.writingNumber("PROXY-0001");
        try (Chain broken = Chain.with(settings ->
                settings.withMetier(Map.of(Chain.ALPHA, MetierBench.ALPHA)).withDefects(defects))) {
            broken.teleservices.on("/dmp/patients", MetierBench.existing());
            bench.lps = broken.lps();
            bench.lps.connect(Chain.ALPHA);

            // When
            bench.ask(MetierBench.EXISTENCE, MetierBench.ON_PATIENT);

            // Then
            BusinessRequest sent = BusinessRequest.parse(
                    broken.teleservices.only("/dmp/patients").body());
            ParsedAssertion vihf = sent.assertion(ParsedAssertion.Kind.VIHF).orElseThrow();
            assertThat(vihf.lps().number()).contains("PROXY-0001");
            assertThat(vihf.lps().name()).contains("Alpha Cabinet");
        }
    }
}
