package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.messages.BusinessResponse;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.Traits;
import fr.accroche.teleservice.stub.WireMockStubs;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubbedTeleserviceTest {

    private static final Instant NOW = RunningTeleservice.NOW;

    @TempDir
    static Path folder;

    private static WireMockStubs stubs;
    private static RunningTeleservice insi;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(folder.resolve("mappings"));
        Files.writeString(folder.resolve("mappings/facts.json"), """
                {"request": {"method": "POST", "urlPath": "/lps",
                   "headers": {"X-Accroche-Client-CN": {"equalTo": "alpha-edc-bas"},
                               "X-Accroche-Lps-Number": {"equalTo": "INSI-C-0001"}},
                   "bodyPatterns": [{"contains": "BOUCHON"}]},
                 "response": {"status": 200, "transformers": ["response-template"],
                   "body": "{{request.headers.X-Accroche-Client-OU}}|{{request.headers.X-Accroche-Client-Serial}}|{{request.headers.X-Accroche-Client-Profile}}|{{request.headers.X-Accroche-Token-Azp}}|{{request.headers.X-Accroche-Token-SubjectNameID}}|{{request.headers.X-Accroche-Assertion-Person}}|{{request.headers.X-Accroche-Lps-Name}}|{{request.headers.X-Accroche-Lps-Version}}|{{request.headers.X-Accroche-Action}}"}}""");
        Files.writeString(folder.resolve("mappings/other-operation.json"), """
                {"request": {"urlPath": "/lps", "headers": {"X-Accroche-Action": {"contains": "AvecCarteVitale"}}},
                 "response": {"status": 200, "body": "stubbed WS_INS1"}}""");
        Files.writeString(folder.resolve("mappings/forged.json"), """
                {"request": {"urlPath": "/lps", "headers": {"X-Accroche-Role": {"equalTo": "admin"}}},
                 "response": {"status": 200, "body": "forged"}}""");
        stubs = WireMockStubs.in(folder);
        insi = new RunningTeleservice(Teleservice.INSI, stubs, false);
    }

    @AfterAll
    static void stop() {
        insi.close();
        stubs.close();
    }

    @Test
    void letsAStubAnswerBeforeTheBuiltInAnswersAndSeeTheCaller() throws Exception {
        Response response = insi.post(stubbed(Samples.INSI_NUMBER));

        Hop hop = insi.hop();
        assertServed(hop);
        assertThat(response.text().split("\\|"))
                .containsExactly(
                        TestCertificates.PROXY_OPERATOR,
                        hop.client().presented().orElseThrow().serial(),
                        "ORG_AUTH_CLI",
                        TestCertificates.CLIENT_ID,
                        Tokens.PERSON,
                        Tokens.PERSON,
                        Samples.NAME,
                        Samples.VERSION,
                        "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite");
    }

    @Test
    void letsAStubAnswerAnOperationThatIsNotSimulated() throws Exception {
        String request = new String(Samples.soundInsi(NOW), StandardCharsets.UTF_8)
                .replace("AvecTraitsIdentite<", "AvecCarteVitale<");

        Response response = insi.post(request.getBytes(StandardCharsets.UTF_8));

        assertThat(response.text()).isEqualTo("stubbed WS_INS1");
        assertServed(insi.hop());
    }

    @Test
    void answersByItselfWhenNoStubMatches() throws Exception {
        Response response = insi.post(Samples.soundInsi(NOW));

        assertThat(BusinessResponse.parse(response.body()).outcome()).contains("00");
        assertServed(insi.hop());
    }

    @Test
    void doesNotShowForgedHeadersToStubs() throws Exception {
        Headers forged = Headers.of(
                "Authorization",
                "Bearer " + insi.soundToken(),
                "X-Accroche-Role",
                "admin",
                "x-accroche-client-cn",
                "beta");

        Response response = insi.post(Optional.of(TestCertificates.CLIENT), forged, Samples.soundInsi(NOW));

        assertThat(BusinessResponse.parse(response.body()).outcome()).contains("00");
        assertServed(insi.hop());
    }

    @Test
    void refusesBeforeAnyStubIsAsked() throws Exception {
        Response response = insi.post(stubbed("INSI-C-0002"));

        assertThat(response.text()).contains("desir_550");
        assertRefused(insi.hop(), 500, "soap:siram_100/desir_550", "IDN-06");
    }

    private static byte[] stubbed(String number) {
        LpsIdentity lps = Samples.LPS.withNumber(Optional.of(number));
        return Samples.insi(
                NOW,
                lps,
                Optional.of(Samples.assertionPs(NOW, Tokens.PERSON)),
                Traits.of("BOUCHON", "CAMILLE", "F", "1990-01-01"));
    }
}
