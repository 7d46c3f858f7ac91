package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static fr.accroche.teleservice.RunningTeleservice.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.messages.BusinessResponse;
import fr.accroche.messages.DmpAnswer;
import fr.accroche.messages.Ins;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.SoapMessage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What catches those who write to the DMP for the first time. */
class DmpTrapsTest {

    private static final RunningTeleservice DMP = RunningTeleservice.of(Teleservice.DMP);

    @AfterAll
    static void stop() {
        DMP.close();
    }

    /** The OID that INSi gives in test is the one of production; the DMP's test environments have another for all. */
    @Test
    void theOidOfInsiIsNotTheOneOfTheDmp() throws Exception {
        Ins ofInsi = Samples.CAMILLE.forInsi();
        assertThat(ofInsi.oid()).isEqualTo(Ins.NIR);
        assertThat(Samples.CAMILLE.forDmp(Environment.TEST).oid()).isEqualTo(Ins.NIR_TEST);
        assertThat(Samples.CAMILLE.forDmp(Environment.PRODUCTION)).isEqualTo(ofInsi);

        DMP.post(Samples.dmpAbout(NOW, ofInsi));

        assertRefused(DMP.hop(), 500, "soap:SIM_VihfIncorrect", "LPS-08");
    }

    /** As the prototypes of the agency write it: the proxy speaks of itself where the DMP looks for the LPS. */
    @Test
    void theProxyIsNotTheLps() throws Exception {
        LpsIdentity proxy = LpsIdentity.of("PROSANTECONNECT_API_PROXY", "1.0", "01.12.12", "123");

        DMP.post(Samples.dmp(
                NOW, Optional.of(Samples.vihf(NOW, Tokens.PERSON, proxy, TestCertificates.SIGNER)), Samples.PATIENT));

        assertRefused(DMP.hop(), 500, "soap:SIM_LpsInconnu", "IDN-06", "LPS-02", "LPS-02");
    }

    /** The samples' To is empty, and their mustUnderstand in no namespace, which a strict stack refuses. */
    @Test
    void takesTheAddressingOfTheSamples() throws Exception {
        String request = text().replace("<wsa:ReplyTo>", "<wsa:ReplyTo mustUnderstand=\"true\">")
                .replace("<wsa:Action>", "<wsa:Action mustUnderstand=\"true\">");
        assertThat(request).contains("<wsa:To></wsa:To>");

        DMP.post(bytes(request));

        assertServed(DMP.hop());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MessageID", "To", "ReplyTo", "Action"})
    void wantsEachHeaderOfAddressing(String header) throws Exception {
        String request = text().replaceFirst("<wsa:" + header + ">.*?</wsa:" + header + ">", "");

        Response response = DMP.post(bytes(request));

        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().reason())
                .isEqualTo("A required header representing a Message Addressing Property is not present");
        assertRefused(DMP.hop(), 500, "wsa:MessageAddressingHeaderRequired");
    }

    /** It may be right in all, and is for another service. */
    @Test
    void saysOfAVihfForTheRorThatItIsForAnotherService() throws Exception {
        String request = text().replace(">3.0<", ">2.0<").replace(">urn:dmp<", ">urn:ROR<");

        DMP.post(bytes(request));

        Hop hop = DMP.hop();
        assertThat(hop.breaches())
                .filteredOn(breach -> breach.rule().value().equals("LPS-08"))
                .extracting(breach -> breach.sentence().en())
                .anySatisfy(sentence -> assertThat(sentence).contains("made for another service", "urn:ROR"))
                .anySatisfy(sentence -> assertThat(sentence).contains("VIHF_Version", "3.0 | 4.0"));
    }

    @ParameterizedTest
    @CsvSource({
        "urn:hl7-org:v3:PRPA_IN201307UV02, ''",
        "'', ''",
        "urn:hl7-org:v3:PRPA_IN201305UV02, HTTP_ACTION=HTTP/Content-Type/action"
    })
    void reportsAnActionOfHttpThatIsAnother(String action, String variants) throws Exception {
        Headers headers = Headers.of(
                "Authorization", "Bearer " + DMP.soundToken(),
                "Content-Type", SoapMessage.XML + "; action=\"" + action + "\"");

        DMP.send(
                Optional.of(TestCertificates.CLIENT),
                new ClientRequest("POST", DMP.sim.endpoint(), headers, Samples.soundDmp(NOW)));

        Hop hop = DMP.hop();
        assertServed(hop);
        assertThat(hop.value(Fact.VARIANTS)).contains(variants);
    }

    @Test
    void saysWhichBodyAnActionWants() throws Exception {
        String request = text().replace("<PRPA_IN201307UV02 ", "<PRPA_IN201309UV02 ")
                .replace("</PRPA_IN201307UV02>", "</PRPA_IN201309UV02>");

        Response response = DMP.post(bytes(request));

        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().reason())
                .contains("PRPA_IN201309UV02", "Cette action attend le corps « PRPA_IN201307UV02 »");
        assertRefused(DMP.hop(), 500, "soap:SIM_NonSimule");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:si-dmp-patients:PatientCertificationEndPoint:identityCertification, TD0.0",
        "urn:si-dmp-patients:PatientSpecificEndPoint:patientList, TD0.4",
        "urn:hl7-org:v3:PRPA_IN201305UV02, TD0.5",
        "urn:hl7-org:v3:PRPA_IN201311UV02, TD1.1",
        "urn:hl7-org:v3:PRPA_IN201314UV02, TD1.4",
        "urn:si-dmp-habilitations:HabilitationsEndPoint:listAuthorizationByPatient, TD1.6",
        "urn:ihe:iti:2010:UpdateDocumentSet, TD3.3"
    })
    void namesTheTransactionThatItDoesNotSimulate(String action, String transaction) throws Exception {
        String request = text().replace(">urn:hl7-org:v3:PRPA_IN201307UV02<", ">" + action + "<");

        Response response = DMP.post(bytes(request));

        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().reason())
                .startsWith("Transaction ")
                .contains(transaction, "Simulées : TD0.2");
        assertRefused(DMP.hop(), 500, "soap:SIM_NonSimule");
    }

    /** The same message for another reason reads administrative data. */
    @Test
    void doesNotTakeTd13aForTd02() throws Exception {
        Response response = DMP.post(bytes(text().replace("TEST_EXST", "CNSLT_DATA")));

        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().reason())
                .startsWith("Transaction TD1.3a.");
        assertRefused(DMP.hop(), 500, "soap:SIM_NonSimule");
    }

    @Test
    void answersAnErrorOfHl7WhereTheQueryNamesNobody() throws Exception {
        String request = text().replaceFirst("<patientIdentifier>.*?</patientIdentifier>", "");

        Response response = DMP.post(bytes(request));

        assertThat(response.status()).isEqualTo(200);
        assertThat(DmpAnswer.read(response.body()).error().orElseThrow().text()).contains("aucun patient");
        assertThat(DMP.hop().answer()).contains("AE");
    }

    private static String text() {
        return new String(Samples.soundDmp(NOW), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String soap) {
        return soap.getBytes(StandardCharsets.UTF_8);
    }
}
