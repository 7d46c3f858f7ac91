package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.InsiChoices;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.declaration.TeleserviceChoices;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.messages.BusinessResponse;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.Traits;
import fr.accroche.wire.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TlsiTest {

    private static final Instant NOW = RunningTeleservice.NOW;
    private static final LpsIdentity LPS = Samples.LPS.withNumber(Optional.of(Samples.INSI_NUMBER));
    private static RunningTeleservice insi;

    @BeforeAll
    static void start() {
        insi = RunningTeleservice.of(Teleservice.INSI);
    }

    @AfterAll
    static void stop() {
        insi.close();
    }

    @Test
    void findsAPatientByTraits() throws Exception {
        Response response = insi.post(Samples.soundInsi(NOW));

        assertThat(BusinessResponse.parse(response.body()).outcome()).contains("00");
        assertThat(response.text()).contains("1.2.250.1.213.1.4.8<").contains("2900199999001");
        Hop hop = insi.hop();
        assertServed(hop);
        assertThat(hop.value(Fact.ASSERTION_KIND)).contains("ASSERTION_PS");
        assertThat(hop.value(Fact.ASSERTION_SIGNATURE)).contains("absent");
        assertThat(hop.fact(Fact.LPS_NUMBER).orElseThrow().where()).isEqualTo("SOAP/ContexteLPS/LPS/IDAM");
        assertThat(hop.toString()).doesNotContain("2900199999001").doesNotContain(Samples.INSI_NUMBER);
    }

    @Test
    void findsNobody() throws Exception {
        Traits unknown = Traits.of("INCONNU", "CAMILLE", "F", "1990-01-01");

        try (RunningTeleservice production = RunningTeleservice.of(
                Teleservice.INSI,
                TeleserviceChoices.DEFAULT.with(new InsiChoices(
                        Optional.of(InsiChoices.Answers.PRODUCTION), InsiChoices.Authentication.ASSERTION)))) {
            Response response = production.post(Samples.insi(NOW, LPS, soundAssertion(), unknown));

            assertThat(BusinessResponse.parse(response.body()).outcome()).contains("01");
            assertServed(production.hop());
        }
    }

    @Test
    void refusesRequestWithoutAssertion() throws Exception {
        Response response = insi.post(Samples.insi(NOW, LPS, Optional.empty(), Samples.CAMILLE.traits()));

        BusinessResponse.Fault fault =
                BusinessResponse.parse(response.body()).fault().orElseThrow();
        assertThat(fault.subcode()).contains("siram_100");
        assertThat(fault.siramCode()).contains("SIM_AssertionAbsente");
        assertRefused(insi.hop(), 500, "soap:siram_100/SIM_AssertionAbsente", "LPS-01");
    }

    @Test
    void refusesRequestWithoutContexteLps() throws Exception {
        String request = text(Samples.soundInsi(NOW)).replaceFirst("(?s)<(\\w+:)ContexteLPS.*</\\w+:ContexteLPS>", "");

        Response response = insi.post(bytes(request));

        BusinessResponse.Fault fault =
                BusinessResponse.parse(response.body()).fault().orElseThrow();
        assertThat(fault.siramCode()).contains("desir_550");
        Hop hop = insi.hop();
        assertRefused(hop, 500, "soap:siram_100/desir_550", "LPS-03");
        assertThat(hop.breaches().get(0).sentence().en()).contains("ContexteLPS header block is missing");
    }

    @Test
    void refusesRequestWithoutIdam() throws Exception {
        LpsIdentity withoutNumber = LPS.withNumber(Optional.empty());

        insi.post(Samples.insi(NOW, withoutNumber, soundAssertion(), Samples.CAMILLE.traits()));

        assertRefused(insi.hop(), 500, "soap:siram_100/desir_550", "LPS-03");
    }

    @Test
    void refusesRequestWithEmptyIdam() throws Exception {
        LpsIdentity empty = LPS.withNumber(Optional.of(" "));

        insi.post(Samples.insi(NOW, empty, soundAssertion(), Samples.CAMILLE.traits()));

        assertRefused(insi.hop(), 500, "soap:siram_100/desir_550", "LPS-03");
    }

    @Test
    void refusesTheNumberOfAnotherSoftware() throws Exception {
        LpsIdentity foreign = LPS.withNumber(Optional.of("INSI-C-0002"));

        insi.post(Samples.insi(NOW, foreign, soundAssertion(), Samples.CAMILLE.traits()));

        Hop hop = insi.hop();
        assertRefused(hop, 500, "soap:siram_100/desir_550", "IDN-06");
        assertThat(hop.breaches().get(0).expected().where()).isEqualTo("accroche.yaml:13");
        assertThat(hop.breaches().get(0).sentence().en()).startsWith("credential level: ");
    }

    @Test
    void echoesTheMessageIdInItsFaults() throws Exception {
        byte[] request = Samples.insi(NOW, LPS, Optional.empty(), Samples.CAMILLE.traits());
        String messageId = text(request).replaceFirst("(?s).*MessageID>([^<]+)<.*", "$1");

        Response response = insi.post(request);

        assertThat(response.text()).contains("messageID=\"" + messageId + "\"");
        insi.hop();
    }

    @Test
    void refusesAnotherPerson() throws Exception {
        SamlAssertion other = Samples.assertionPs(NOW, "899700000025");

        insi.post(Samples.insi(NOW, LPS, Optional.of(other), Samples.CAMILLE.traits()));

        assertRefused(insi.hop(), 500, "soap:siram_100/SIM_PersonneDifferente", "LPS-05");
    }

    @Test
    void refusesAnOldAssertion() throws Exception {
        SamlAssertion old = Samples.assertionPs(NOW.minusSeconds(4_000), Tokens.PERSON);

        insi.post(Samples.insi(NOW, LPS, Optional.of(old), Samples.CAMILLE.traits()));

        Hop hop = insi.hop();
        assertRefused(hop, 500, "soap:siram_100/SIM_AssertionPerimee", "LPS-04");
        assertThat(hop.value(Fact.ASSERTION_AGE)).contains("4000");
    }

    @Test
    void refusesAnAssertionWithoutDate() throws Exception {
        String undated = Samples.assertionPs(NOW, Tokens.PERSON).xml().replaceFirst(" IssueInstant=\"[^\"]*\"", "");

        insi.post(Samples.insi(NOW, LPS, Optional.of(new SamlAssertion(undated)), Samples.CAMILLE.traits()));

        Hop hop = insi.hop();
        assertRefused(hop, 500, "soap:siram_100/SIM_AssertionPerimee", "LPS-04");
        assertThat(hop.fact(Fact.ASSERTION_AGE).orElseThrow().where()).isEqualTo("AssertionPS/IssueInstant[absent]");
    }

    @Test
    void refusesASignatureThatProvesNothing() throws Exception {
        String signature = Samples.soundVihf(NOW)
                .xml()
                .replaceFirst("(?s).*?(<(\\w+:)?Signature[ >].*</(\\w+:)?Signature>).*", "$1");
        String signed = Samples.assertionPs(NOW, Tokens.PERSON)
                .xml()
                .replaceFirst("(</\\w+:Issuer>)", "$1" + Matcher.quoteReplacement(signature));

        insi.post(Samples.insi(NOW, LPS, Optional.of(new SamlAssertion(signed)), Samples.CAMILLE.traits()));

        assertRefused(insi.hop(), 500, "soap:siram_100/SIM_SignatureInvalide", "LPS-04");
    }

    @Test
    void doesNotSimulateOtherActions() throws Exception {
        String request = text(Samples.soundInsi(NOW)).replace("rechercherInsAvecTraits", "verifierInsAvecTraits");

        Response response = insi.post(bytes(request));

        BusinessResponse.Fault fault =
                BusinessResponse.parse(response.body()).fault().orElseThrow();
        assertThat(fault.siramCode()).contains("SIM_NonSimule");
        assertThat(fault.siramText().orElseThrow()).contains("WS_INS1", "WS_INS2", "verifierInsAvecTraitsIdentite");
        assertRefused(insi.hop(), 500, "soap:SIM_NonSimule/SIM_NonSimule");
    }

    @Test
    void doesNotServeABodyThatTheActionDoesNotName() throws Exception {
        String request = text(Samples.soundInsi(NOW)).replace("AvecTraitsIdentite<", "AvecCarteVitale<");

        insi.post(bytes(request));

        assertRefused(insi.hop(), 500, "soap:siram_100/SIM_ActionDifferente");
    }

    @Test
    void refusesWhatIsNotXml() throws Exception {
        Response response = insi.post(bytes("{}"));

        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().code())
                .isEqualTo("Sender");
        assertRefused(insi.hop(), 400, "soap:SIM_XmlIllisible/SIM_XmlIllisible", "LPS-01", "LPS-03");
    }

    private static Optional<SamlAssertion> soundAssertion() {
        return Optional.of(Samples.assertionPs(NOW, Tokens.PERSON));
    }

    private static String text(byte[] soap) {
        return new String(soap, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String soap) {
        return soap.getBytes(StandardCharsets.UTF_8);
    }
}
