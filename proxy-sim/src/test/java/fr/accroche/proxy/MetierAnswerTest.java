package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.DmpFault;
import fr.accroche.messages.Ins;
import fr.accroche.messages.InsiFault;
import fr.accroche.messages.InsiResponse;
import fr.accroche.messages.TlsiFault;
import fr.accroche.messages.Traits;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a métier proxy makes of the answers of a téléservice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetierAnswerTest {

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
    void tellsAFaultOfTheDmpInItsOwnWords() throws Exception {
        // Given
        bench.chain.teleservices.on(
                "/dmp/patients",
                request -> MetierBench.soap(
                                500,
                                body -> DmpFault.invalidCertificate("urn:uuid:1", Optional.empty())
                                        .toBytes())
                        .handle(request)
                        .with("X-Accroche-Diagnosis", "LPS-04"));

        // When
        Response response = bench.ask(MetierBench.EXISTENCE, MetierBench.ON_PATIENT);

        // Then
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains("LPS-04");
        assertThat(MetierBench.problem(response).object("service").orElseThrow().compact())
                .isEqualTo(
                        "{\"name\":\"dmp\",\"httpStatus\":500,\"code\":\"DMPInvalidCertificate\",\"text\":\"Le certificat"
                                + " ayant signé le VIHF est invalide : Not a valid signature certificate\"}");
    }

    @Test
    void tellsFaultsOfBothDialectsOfInsi() throws Exception {
        // Given
        bench.chain.teleservices.on(
                "/insi/lps",
                MetierBench.soap(
                        500,
                        body -> TlsiFault.unknownSoftware(Optional.of("uuid:1")).toBytes()));
        Response gateway = bench.ask(MetierBench.SEARCH, MetierBench.ON_TRAITS);
        bench.chain.teleservices.on(
                "/insi/lps",
                MetierBench.soap(
                        500,
                        body -> InsiFault.technical(InsiFault.OF_TRAITS, "fatal")
                                .toBytes()));

        // When
        Response business = bench.ask(MetierBench.SEARCH, MetierBench.ON_TRAITS);

        // Then
        assertThat(gateway.status()).isEqualTo(422);
        assertThat(MetierBench.problem(gateway).object("service").flatMap(service -> service.text("code")))
                .contains("desir_550");
        assertThat(business.status()).isEqualTo(502);
        assertThat(MetierBench.problem(business).object("service").flatMap(service -> service.text("code")))
                .contains("insi_102");
    }

    @Test
    void tellsAnErrorThatHl7CarriesInAnAnswer() throws Exception {
        // Given
        bench.chain.teleservices.on(
                "/dmp/patients", MetierBench.soap(200, body -> """
                <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body>
                <PRPA_IN201308UV02 xmlns="urn:hl7-org:v3"><acknowledgement><typeCode code="AE"/>
                <acknowledgementDetail><code code="DMPStructure"/><text>Structure introuvable</text></acknowledgementDetail>
                </acknowledgement></PRPA_IN201308UV02></soap:Body></soap:Envelope>""".getBytes(StandardCharsets.UTF_8)));

        // When
        Response response = bench.ask(MetierBench.EXISTENCE, MetierBench.ON_PATIENT);

        // Then
        assertThat(response.status()).isEqualTo(422);
        assertThat(MetierBench.problem(response).object("service").orElseThrow().compact())
                .isEqualTo(
                        "{\"name\":\"dmp\",\"httpStatus\":200,\"code\":\"DMPStructure\",\"text\":\"Structure introuvable\"}");
    }

    @ParameterizedTest
    @CsvSource({"queryResponseCode, somethingElse", "code=\"OK\", code=\"\"", "code=\"OK\", code=\"MAYBE\""})
    void anAnswerThatDoesNotSayWhetherThereIsADmpIsNotANo(String said, String changed) throws Exception {
        // Given
        Handler existing = MetierBench.existing();
        bench.chain.teleservices.on("/dmp/patients", request -> {
            Response sound = existing.handle(request);
            byte[] bytes = sound.text().replace(said, changed).getBytes(StandardCharsets.UTF_8);
            return new Response(sound.status(), sound.headers(), bytes);
        });

        // When
        Response response = bench.ask(MetierBench.EXISTENCE, MetierBench.ON_PATIENT);

        // Then
        assertThat(response.status()).isEqualTo(502);
        MetierBench.problem(response);
    }

    @ParameterizedTest
    @CsvSource({"CodeCR>, CodeXX>", "CodeCR>00<, CodeCR>0<", "LibelleCR>OK<, LibelleCR><"})
    void givesNoAnswerThatItsSchemaDoesNotPromise(String said, String changed) throws Exception {
        // Given
        byte[] found = InsiResponse.found(new InsiResponse.Identity(
                new Ins(MetierBench.INS, Ins.NIR), List.of(), Traits.of("DEMO", "CAMILLE", "F", "1990-01-01")));
        String text = new String(found, StandardCharsets.UTF_8);
        bench.chain.teleservices.on(
                "/insi/lps",
                MetierBench.soap(200, body -> text.replace(said, changed).getBytes(StandardCharsets.UTF_8)));

        // When
        Response response = bench.ask(MetierBench.SEARCH, MetierBench.ON_TRAITS);

        // Then
        assertThat(text).contains(said);
        assertThat(response.status()).isEqualTo(502);
        assertThat(MetierBench.problem(response).compact()).doesNotContain(MetierBench.INS, "CAMILLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html/>", "<!DOCTYPE x><x/>", "{}", "not even that"})
    void takesNothingElseForAnAnswer(String body) throws Exception {
        // Given
        bench.chain.teleservices.on("/dmp/patients", Response.of(401, "text/html", body));

        // When
        Response response = bench.ask(MetierBench.EXISTENCE, MetierBench.ON_PATIENT);

        // Then
        assertThat(response.status()).isEqualTo(502);
        assertThat(MetierBench.problem(response).object("service").flatMap(service -> service.integer("httpStatus")))
                .contains(401L);
    }
}
