package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.messages.BusinessResponse;
import fr.accroche.messages.Ins;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmpTest {

    private static final Instant NOW = RunningTeleservice.NOW;
    private static RunningTeleservice dmp;

    @BeforeAll
    static void start() {
        dmp = RunningTeleservice.of(Teleservice.DMP);
    }

    @AfterAll
    static void stop() {
        dmp.close();
    }

    @Test
    void saysThatThePatientHasADmp() throws Exception {
        Response response = dmp.post(Samples.soundDmp(NOW));

        BusinessResponse answer = BusinessResponse.parse(response.body());
        assertThat(answer.outcome()).contains("OK");
        assertThat(answer.body().getLocalPart()).isEqualTo("PRPA_IN201308UV02");
        assertThat(response.headers().first("X-Accroche-Diagnosis")).isEmpty();
        assertServed(dmp.hop());
    }

    @Test
    void saysThatNobodyKnowsThePatient() throws Exception {
        Ins unknown = new Ins("206129999900533", Ins.NIR_TEST);

        Response response = dmp.post(Samples.dmpAbout(NOW, unknown));

        assertThat(BusinessResponse.parse(response.body()).outcome()).contains("NF");
        assertServed(dmp.hop());
    }

    @Test
    void notesWhatItSees() throws Exception {
        dmp.post(Samples.soundDmp(NOW));

        Hop hop = dmp.hop();
        assertThat(hop.value(Fact.TELESERVICE)).contains("DMP");
        assertThat(hop.value(Fact.BEARER_KIND)).contains("api");
        assertThat(hop.value(Fact.BEARER_STATE)).contains("active");
        assertThat(hop.value(Fact.BEARER_AUDIENCE)).contains("DMP");
        assertThat(hop.value(Fact.BEARER_CLIENT)).contains(TestCertificates.CLIENT_ID);
        assertThat(hop.value(Fact.TOKEN_PERSON)).contains(Tokens.PERSON);
        assertThat(hop.value(Fact.ACTION)).contains("urn:hl7-org:v3:PRPA_IN201307UV02");
        assertThat(hop.value(Fact.BODY_SHA256).orElseThrow()).hasSize(64);
        assertThat(hop.value(Fact.ASSERTION_KIND)).contains("VIHF");
        assertThat(hop.value(Fact.ASSERTION_SIGNATURE)).contains("valid");
        assertThat(hop.value(Fact.ASSERTION_SIGNER_DEFECTS)).contains("");
        assertThat(hop.value(Fact.ASSERTION_AGE)).contains("0");
        assertThat(hop.value(Fact.ASSERTION_PERSON)).contains(Tokens.PERSON);
        assertThat(hop.value(Fact.LPS_NAME)).contains(Samples.NAME);
        assertThat(hop.value(Fact.LPS_VERSION)).contains(Samples.VERSION);
        assertThat(hop.value(Fact.LPS_NUMBER)).contains(Fact.LPS_NUMBER.redact(Samples.DMP_NUMBER));
        String certificate = hop.client().presented().orElseThrow().sha256();
        assertThat(hop.value(Fact.TOKEN_CNF)).contains(certificate);
    }

    @Test
    void keepsSecretsOutOfTheJournal() throws Exception {
        String token = dmp.soundToken();
        SamlAssertion vihf = Samples.vihf(
                NOW, "someone-else", Samples.LPS.withNumber(Optional.of("SECRET-NUMBER-42")), TestCertificates.CLIENT);

        dmp.post(
                Optional.of(TestCertificates.OTHER_CLIENT),
                Headers.of("Authorization", "Bearer " + token),
                Samples.dmp(NOW, Optional.of(vihf), Samples.PATIENT));

        String kept = dmp.hop().toString();
        assertThat(kept)
                .doesNotContain(token)
                .doesNotContain("SECRET-NUMBER-42")
                .doesNotContain(Samples.DMP_NUMBER)
                .doesNotContain(Samples.CAMILLE.matricule());
    }

    @Test
    void refusesRequestWithoutVihf() throws Exception {
        Response response = dmp.post(Samples.dmp(NOW, Optional.empty(), Samples.PATIENT));

        BusinessResponse.Fault fault =
                BusinessResponse.parse(response.body()).fault().orElseThrow();
        assertThat(fault.code()).isEqualTo("Sender");
        assertThat(fault.subcode()).contains("SIM_AssertionAbsente");
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains("LPS-01");
        Hop hop = dmp.hop();
        assertRefused(hop, 500, "soap:SIM_AssertionAbsente", "LPS-01");
        assertThat(hop.value(Fact.ASSERTION_KIND)).contains("none");
    }

    @Test
    void refusesAnAssertionOfAnotherKind() throws Exception {
        SamlAssertion ofInsi = Samples.assertionPs(NOW, Tokens.PERSON);

        dmp.post(Samples.dmp(NOW, Optional.of(ofInsi), Samples.PATIENT));

        Hop hop = dmp.hop();
        assertRefused(hop, 500, "soap:SIM_AssertionAbsente", "LPS-01");
        assertThat(hop.value(Fact.ASSERTION_KIND)).contains("ASSERTION_PS");
    }

    @Test
    void refusesTwoVihf() throws Exception {
        String second = Samples.soundVihf(NOW).xml();
        String request = text(Samples.soundDmp(NOW)).replaceFirst("(</\\w+:Security>)", quoted(second) + "$1");

        dmp.post(bytes(request));

        Hop hop = dmp.hop();
        assertRefused(hop, 500, "soap:SIM_AssertionAbsente", "LPS-01");
        assertThat(hop.value(Fact.ASSERTION_KIND)).contains("VIHF VIHF");
    }

    @Test
    void reportsAnAssertionBesideTheVihf() throws Exception {
        String other = Samples.assertionPs(NOW, Tokens.PERSON).xml();
        String request = text(Samples.soundDmp(NOW)).replaceFirst("(</\\w+:Security>)", quoted(other) + "$1");

        dmp.post(bytes(request));

        Hop hop = dmp.hop();
        assertServed(hop);
        assertThat(hop.value(Fact.VARIANTS)).contains("OTHER_ASSERTIONS=SOAP/Security");
    }

    @Test
    void refusesASecondAssertionOutOfTheSecurityHeader() throws Exception {
        String stray = Samples.soundVihf(NOW).xml();
        String request = text(Samples.soundDmp(NOW)).replaceFirst("(</\\w+:Header>)", quoted(stray) + "$1");

        dmp.post(bytes(request));

        assertRefused(dmp.hop(), 500, "soap:SIM_AssertionAmbigue", "LPS-04");
    }

    @Test
    void seesAStrayAssertionEvenWhereTheRightOneIsMissing() throws Exception {
        String stray = Samples.soundVihf(NOW).xml();
        byte[] without = Samples.dmp(NOW, Optional.empty(), Samples.PATIENT);

        dmp.post(bytes(text(without).replaceFirst("(</\\w+:Header>)", quoted(stray) + "$1")));

        Hop hop = dmp.hop();
        assertRefused(hop, 500, "soap:SIM_AssertionAbsente", "LPS-01", "LPS-04");
        assertThat(hop.value(Fact.ASSERTION_SIGNATURE).orElseThrow()).startsWith("invalid: ");
    }

    @Test
    void refusesAVihfChangedOnTheWay() throws Exception {
        String request = text(Samples.soundDmp(NOW)).replace("DOC CAMILLE", "DOC CAMILLA");

        dmp.post(bytes(request));

        Hop hop = dmp.hop();
        assertRefused(hop, 500, "soap:SIM_SignatureInvalide", "LPS-04");
        assertThat(hop.value(Fact.ASSERTION_SIGNATURE).orElseThrow()).startsWith("invalid: ");
    }

    @Test
    void refusesAnUnsignedVihf() throws Exception {
        String request =
                text(Samples.soundDmp(NOW)).replaceFirst("(?s)<(\\w+:)?Signature[ >].*</(\\w+:)?Signature>", "");

        dmp.post(bytes(request));

        Hop hop = dmp.hop();
        assertRefused(hop, 500, "soap:SIM_SignatureAbsente", "LPS-04");
        assertThat(hop.value(Fact.ASSERTION_SIGNATURE)).contains("absent");
    }

    @Test
    void refusesAVihfSignedWithATlsCertificate() throws Exception {
        SamlAssertion vihf = Samples.vihf(NOW, Tokens.PERSON, Samples.LPS, TestCertificates.CLIENT);

        Response response = dmp.post(Samples.dmp(NOW, Optional.of(vihf), Samples.PATIENT));

        Hop hop = dmp.hop();
        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().subcode())
                .contains("DMPInvalidCertificate");
        assertThat(hop.answer()).contains("soap:DMPInvalidCertificate");
        assertThat(Hops.rules(hop)).containsOnly("LPS-04");
        assertThat(hop.value(Fact.ASSERTION_SIGNER_DEFECTS).orElseThrow()).contains("KEY_USAGE");
    }

    @Test
    void refusesAVihfSignedInTheOtherBranch() throws Exception {
        SamlAssertion vihf = Samples.vihf(NOW, Tokens.PERSON, Samples.LPS, TestCertificates.PRODUCTION_CLIENT);

        dmp.post(Samples.dmp(NOW, Optional.of(vihf), Samples.PATIENT));

        Hop hop = dmp.hop();
        assertThat(hop.answer()).contains("soap:DMPInvalidCertificate");
        assertThat(Hops.rules(hop)).containsOnly("LPS-04");
        assertThat(hop.value(Fact.ASSERTION_SIGNER_DEFECTS).orElseThrow()).contains("WRONG_BRANCH");
    }

    @ParameterizedTest
    @ValueSource(longs = {-3901, 301})
    void refusesAVihfTooOldOrFromTheFuture(long seconds) throws Exception {
        Instant issued = NOW.plusSeconds(seconds).minusMillis(500);

        dmp.post(Samples.dmp(NOW, Optional.of(Samples.soundVihf(issued)), Samples.PATIENT));

        assertRefused(dmp.hop(), 500, "soap:SIM_AssertionPerimee", "LPS-04");
    }

    @ParameterizedTest
    @ValueSource(longs = {-3890, 290})
    void bearsClocksThatDiffer(long seconds) throws Exception {
        Instant issued = NOW.plus(Duration.ofSeconds(seconds));

        dmp.post(Samples.dmp(NOW, Optional.of(Samples.soundVihf(issued)), Samples.PATIENT));

        assertServed(dmp.hop());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2.1, DMP-H-0001, soap:SIM_LpsIncomplet, LPS-02",
        "Alpha Cabinet, '', DMP-H-0001, soap:SIM_LpsIncomplet, LPS-02",
        "Alpha Cabinet, 2.1, '', soap:SIM_LpsIncomplet, LPS-02",
        "Proxy Beta, 2.1, DMP-H-0001, soap:SIM_LpsInconnu, LPS-02",
        "Alpha Cabinet, 2.0, DMP-H-0001, soap:SIM_LpsInconnu, LPS-02",
        "Alpha Cabinet, 2.1, DMP-H-0002, soap:SIM_LpsInconnu, IDN-06"
    })
    void refusesAnotherSoftware(String name, String version, String number, String terse, String rule)
            throws Exception {
        LpsIdentity lps = LpsIdentity.of(name, version, "1.2", number);
        SamlAssertion vihf = Samples.vihf(NOW, Tokens.PERSON, lps, TestCertificates.SIGNER);

        dmp.post(Samples.dmp(NOW, Optional.of(vihf), Samples.PATIENT));

        assertRefused(dmp.hop(), 500, terse, rule);
    }

    @Test
    void refusesAVihfThatLacksLpsAttributes() throws Exception {
        SamlAssertion vihf = Samples.vihf(NOW, Tokens.PERSON, LpsIdentity.NONE, TestCertificates.SIGNER);

        dmp.post(Samples.dmp(NOW, Optional.of(vihf), Samples.PATIENT));

        assertRefused(dmp.hop(), 500, "soap:SIM_LpsIncomplet", "LPS-02", "LPS-02", "LPS-02");
    }

    @Test
    void saysWhereTheExpectedNumberIsDeclared() throws Exception {
        LpsIdentity lps = Samples.LPS.withNumber(Optional.of("DMP-H-0002"));
        SamlAssertion vihf = Samples.vihf(NOW, Tokens.PERSON, lps, TestCertificates.SIGNER);

        dmp.post(Samples.dmp(NOW, Optional.of(vihf), Samples.PATIENT));

        Breach breach = dmp.hop().breaches().get(0);
        assertThat(breach.expected().value()).isEqualTo(Fact.LPS_NUMBER.redact(Samples.DMP_NUMBER));
        assertThat(breach.expected().where()).isEqualTo("accroche.yaml:14");
        assertThat(breach.observed().where()).isEqualTo("VIHF/LPS_ID_HOMOLOGATION_DMP");
        assertThat(breach.sentence().fr()).startsWith("niveau habilitation : ");
        assertThat(breach.sentence().en()).startsWith("credential level: ");
    }

    @Test
    void refusesAnotherPerson() throws Exception {
        SamlAssertion vihf = Samples.vihf(NOW, "899700000025", Samples.LPS, TestCertificates.SIGNER);

        dmp.post(Samples.dmp(NOW, Optional.of(vihf), Samples.PATIENT));

        Hop hop = dmp.hop();
        assertRefused(hop, 500, "soap:SIM_PersonneDifferente", "LPS-05");
        assertThat(hop.breaches().get(0).expected().value()).isEqualTo(Tokens.PERSON);
        assertThat(hop.breaches().get(0).observed().value()).isEqualTo("899700000025");
    }

    @Test
    void recordsEveryBreachAndAnswersForTheFirst() throws Exception {
        LpsIdentity lps = LpsIdentity.of("Proxy Beta", "2.1", "1.2", "DMP-H-0002");
        SamlAssertion vihf = Samples.vihf(NOW.minusSeconds(9_000), "899700000025", lps, TestCertificates.SIGNER);

        Response response = dmp.post(
                Optional.of(TestCertificates.OTHER_CLIENT),
                Headers.of("Authorization", "Bearer " + dmp.soundToken()),
                Samples.dmp(NOW, Optional.of(vihf), Samples.PATIENT));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains("TOK-03,IDN-06,LPS-04,LPS-05,LPS-02");
        assertRefused(dmp.hop(), 401, "invalid_token", "TOK-03", "IDN-06", "LPS-04", "LPS-05", "LPS-02");
    }

    @Test
    void doesNotSimulateOtherActions() throws Exception {
        String request = text(Samples.soundDmp(NOW)).replace("v3:PRPA_IN201307UV02<", "v3:PRPA_IN201311UV02<");

        Response response = dmp.post(bytes(request));

        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().reason())
                .contains("PRPA_IN201311UV02");
        assertRefused(dmp.hop(), 500, "soap:SIM_NonSimule");
    }

    @Test
    void wantsAMessageId() throws Exception {
        String request = text(Samples.soundDmp(NOW)).replaceFirst("<(\\w+:)MessageID>.*</\\w+:MessageID>", "");

        dmp.post(bytes(request));

        assertRefused(dmp.hop(), 500, "wsa:MessageAddressingHeaderRequired");
    }

    @Test
    void refusesWhatIsNotXml() throws Exception {
        Response response = dmp.post(bytes("<soap:Envelope>"));

        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().code())
                .isEqualTo("Sender");
        assertRefused(dmp.hop(), 400, "soap:SIM_XmlIllisible", "LPS-01");
    }

    private static String text(byte[] soap) {
        return new String(soap, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String soap) {
        return soap.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
