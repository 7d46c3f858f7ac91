package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.InsiChoices;
import fr.accroche.compliance.declaration.InsiChoices.Answers;
import fr.accroche.compliance.declaration.InsiChoices.Authentication;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.declaration.TeleserviceChoices;
import fr.accroche.compliance.declaration.TlsiChoices;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.messages.BusinessResponse;
import fr.accroche.messages.InsiAnswer;
import fr.accroche.messages.Traits;
import fr.accroche.messages.VitaleCard;
import fr.accroche.wire.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** INSi's two searches, its answers and its faults. */
class InsiTest {

    private static final Instant NOW = RunningTeleservice.NOW;
    private static RunningTeleservice insi;

    @BeforeAll
    static void start() {
        insi = RunningTeleservice.of(Teleservice.INSI);
    }

    @AfterAll
    static void stop() {
        insi.close();
    }

    static List<FictivePatient> foundByInsi() {
        return FictivePatient.ALL.stream()
                .filter(patient -> !patient.has(PatientDeviance.INSI_FAULT))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("foundByInsi")
    void findsAPatientByCard(FictivePatient patient) throws Exception {
        Response response = insi.post(Samples.insiByCard(NOW, card(patient)));

        InsiAnswer answer = InsiAnswer.read(response.body());
        assertThat(answer.code()).isEqualTo("00");
        assertThat(answer.identity().orElseThrow().active()).isEqualTo(patient.forInsi());
        Hop hop = insi.hop();
        assertServed(hop);
        assertThat(hop.toString()).doesNotContain(patient.matricule().substring(0, 13));
    }

    @Test
    void findsThePatientOfACardThatIsOlderThanTheInsByEachFormerOne() throws Exception {
        FictivePatient patient = FictivePatient.named("ins-ancien");
        VitaleCard old = VitaleCard.of(patient.former().get(0).ins(), "RECTIFIEE", "1968-11-03");

        InsiAnswer answer =
                InsiAnswer.read(insi.post(Samples.insiByCard(NOW, old)).body());

        assertThat(answer.identity().orElseThrow().active()).isEqualTo(patient.forInsi());
        assertThat(answer.identity().orElseThrow().former()).hasSize(2);
        assertServed(insi.hop());
    }

    @Test
    void doesNotFindACardOfAnotherName() throws Exception {
        VitaleCard other = VitaleCard.of(Samples.CAMILLE.forInsi(), "AUTRE", "1990-01-01");

        assertThat(insi.post(Samples.insiByCard(NOW, other)).text()).contains("code=\"insi_101\"");
        insi.hop();
    }

    @Test
    void failsInTheDialectOfTheServiceAndNotOfTheGateway() throws Exception {
        VitaleCard card = card(FictivePatient.named("panne-insi"));

        Response response = insi.post(Samples.insiByCard(NOW, card));

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text())
                .contains(
                        "<soap:Envelope", "<env:Body", "<S:Value>S:Receiver</S:Value>", "<S:Value>S:siram_40</S:Value>")
                .contains("<S:Text xml:lang=\"en\">", "severite=\"fatal\" code=\"insi_101\"")
                .doesNotContain("messageID", "Header");
        assertRefused(insi.hop(), 500, "S:siram_40/insi_101");
    }

    @Test
    void spellsTheSeverityAsTheSettingsSay() throws Exception {
        TlsiChoices def = TlsiChoices.DEFAULT;
        TlsiChoices fatale = new TlsiChoices(
                def.base(),
                def.signature(),
                def.nameQualifiers(),
                def.attributes(),
                def.idam(),
                def.r(),
                def.schema(),
                def.clockTolerance(),
                def.clock(),
                TlsiChoices.Severity.FATALE,
                def.faults());
        try (RunningTeleservice other =
                RunningTeleservice.of(Teleservice.INSI, TeleserviceChoices.DEFAULT.with(fatale))) {
            Traits traits = FictivePatient.named("panne-insi").traits();

            assertThat(other.post(Samples.insi(NOW, traits)).text()).contains("severite=\"fatale\" code=\"insi_102\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"CNDA, 500", "PRODUCTION, 200"})
    void anUnknownPatientIsAFaultOrCr01AsTheEnvironmentHasIt(Answers answers, int status) throws Exception {
        InsiChoices choices = new InsiChoices(Optional.of(answers), Authentication.ASSERTION);
        try (RunningTeleservice other =
                RunningTeleservice.of(Teleservice.INSI, TeleserviceChoices.DEFAULT.with(choices))) {
            Response byTraits = other.post(Samples.insi(NOW, FictivePatient.UNKNOWN.traits()));
            Response byCard = other.post(Samples.insiByCard(NOW, card(FictivePatient.UNKNOWN)));

            assertThat(List.of(byTraits.status(), byCard.status())).containsOnly(status);
            assertThat(byTraits.text()).contains(status == 500 ? "insi_102" : "<CodeCR>01<");
            assertThat(byCard.text()).contains(status == 500 ? "insi_101" : "<CodeCR>01<");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Demo         | CAMILLE    | F | 1990-01-01 | NomNaissance
            DÉMO         | CAMILLE    | F | 1990-01-01 | NomNaissance
            -DEMO        | CAMILLE    | F | 1990-01-01 | NomNaissance
            D' ESSAI     | LOU        | F | 2012-03-29 | NomNaissance
            DEMO         | CAMILLE-   | F | 1990-01-01 | Prenom
            DEMO         | JEAN--PAUL | M | 1990-01-01 | Prenom
            DEMO         | CAMILLE    | X | 1990-01-01 | Sexe
            DEMO         | CAMILLE    | F | 01/01/1990 | DateNaissance
            """)
    void refusesTraitsThatItsGuideDoesNotAllow(String name, String first, String sex, String born, String element)
            throws Exception {
        Response response = insi.post(Samples.insi(NOW, Traits.of(name, first, sex, born)));

        BusinessResponse.Fault fault =
                BusinessResponse.parse(response.body()).fault().orElseThrow();
        assertThat(fault.siramCode()).contains("SIM_TraitsIncorrects");
        assertThat(fault.siramText().orElseThrow()).startsWith(element).doesNotContain(name + " ");
        assertRefused(insi.hop(), 500, "S:siram_40/SIM_TraitsIncorrects");
    }

    @ParameterizedTest
    @CsvSource({":Cle>13<, :Cle>14<", "9001</ins:NumIdentifiant><ins:Cle>13<, 900113</ins:NumIdentifiant><ins:Cle><"})
    void refusesACardWithAWrongKeyOrOneInItsNumber(String right, String wrong) throws Exception {
        String sound = new String(Samples.insiByCard(NOW, card(Samples.CAMILLE)), StandardCharsets.UTF_8);
        String request = sound.replace(right, wrong);
        assertThat(sound).contains(right);

        Response response = insi.post(request.getBytes(StandardCharsets.UTF_8));

        assertThat(BusinessResponse.parse(response.body())
                        .fault()
                        .orElseThrow()
                        .siramText()
                        .orElseThrow())
                .startsWith("MatriculeIndividu");
        insi.hop();
    }

    @Test
    void wantsAnAction() throws Exception {
        String request = new String(Samples.soundInsi(NOW), StandardCharsets.UTF_8)
                .replaceFirst("<(\\w+:)Action>[^<]*</\\w+:Action>", "");

        insi.post(request.getBytes(StandardCharsets.UTF_8));

        assertRefused(insi.hop(), 500, "soap:siram_100/SIM_AdressageAbsent");
    }

    /** Elements are matched by namespace: whoever writes S:, e: or none says the same. */
    @Test
    void readsWhateverPrefixes() throws Exception {
        String request = new String(Samples.soundInsi(NOW), StandardCharsets.UTF_8)
                .replaceAll("(</?)soap:", "$1S:")
                .replace("xmlns:soap=", "xmlns:S=")
                .replaceAll("(</?)ins:", "$1urn:")
                .replace("xmlns:ins=", "xmlns:urn=")
                .replaceAll("(</?)ctxlps:", "$1urn1:")
                .replace("xmlns:ctxlps=", "xmlns:urn1=");

        Response response = insi.post(request.getBytes(StandardCharsets.UTF_8));

        assertThat(request).contains("<urn1:LPS>", "<S:Body>");
        assertThat(BusinessResponse.parse(response.body()).outcome()).contains("00");
        assertServed(insi.hop());
    }

    /** The same name in another namespace is another thing. */
    @Test
    void doesNotTakeAPrefixForANamespace() throws Exception {
        String request = new String(Samples.soundInsi(NOW), StandardCharsets.UTF_8)
                .replace("urn:siram:lps:ctxlps", "urn:siram:lps:other");

        insi.post(request.getBytes(StandardCharsets.UTF_8));

        assertRefused(insi.hop(), 500, "soap:siram_100/desir_550", "LPS-03");
    }

    @Test
    void withoutAssertionTheCertificateSpeaks() throws Exception {
        InsiChoices mtls = new InsiChoices(Optional.empty(), Authentication.MTLS);
        try (RunningTeleservice other =
                RunningTeleservice.of(Teleservice.INSI, TeleserviceChoices.DEFAULT.with(mtls))) {
            Response response = other.post(Samples.insi(
                    NOW,
                    Samples.LPS.withNumber(Optional.of(Samples.INSI_NUMBER)),
                    Optional.empty(),
                    Samples.CAMILLE.traits()));

            assertThat(InsiAnswer.read(response.body()).code()).isEqualTo("00");
            assertServed(other.hop());

            other.post(Samples.soundInsi(NOW));

            assertRefused(other.hop(), 500, "soap:siram_100/SIM_AssertionInattendue", "LPS-10");

            other.post("{}".getBytes(StandardCharsets.UTF_8));

            assertRefused(other.hop(), 400, "soap:SIM_XmlIllisible/SIM_XmlIllisible", "LPS-03");
        }
    }

    private static VitaleCard card(FictivePatient patient) {
        return VitaleCard.of(
                patient.forInsi(),
                patient.traits().birthName().orElseThrow(),
                patient.traits().birthDate().orElseThrow());
    }
}
