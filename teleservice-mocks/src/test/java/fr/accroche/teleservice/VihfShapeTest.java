package fr.accroche.teleservice;

import static fr.accroche.teleservice.RunningTeleservice.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.messages.Ins;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LPS-08. A VIHF changed as a text has a wrong signature as well, which is none of these tests' business. */
class VihfShapeTest {

    private static final RunningTeleservice DMP = RunningTeleservice.of(Teleservice.DMP);
    private static final String PATIENT = "290019999900113^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH";

    @AfterAll
    static void stop() {
        DMP.close();
    }

    @Test
    void notesTheShapeWithoutThePatient() throws Exception {
        DMP.post(Samples.soundDmp(NOW));

        Hop hop = DMP.hop();
        assertThat(hop.breaches()).isEmpty();
        assertThat(hop.value(Fact.VIHF_STRUCTURE)).contains("499900000011000");
        assertThat(hop.value(Fact.VIHF_SECTOR)).contains("SA07^1.2.250.1.71.4.2.4");
        assertThat(hop.value(Fact.VIHF_VERSION)).contains("3.0");
        assertThat(hop.value(Fact.VIHF_MODE)).contains("INDIRECTE");
        assertThat(hop.value(Fact.VIHF_RESOURCE)).contains("urn:dmp");
        assertThat(hop.value(Fact.VIHF_SUBJECT_NAMES)).contains("1");
        assertThat(hop.value(Fact.VIHF_ROLES)).contains("10^1.2.250.1.71.1.2.7 | SM54^1.2.250.1.71.4.2.5");
        assertThat(hop.value(Fact.VIHF_PURPOSE)).contains("normal^1.2.250.1.213.1.1.4.248");
        assertThat(hop.value(Fact.VIHF_PATIENT_KEY)).contains("right");
        assertThat(hop.value(Fact.VIHF_PATIENT)).isPresent().isEqualTo(hop.value(Fact.BODY_PATIENT));
        assertThat(hop.toString()).doesNotContain(Samples.CAMILLE.matricule());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ">499900000011000<; >99900000011000<; Identifiant_Structure",
                "Name=\"Identifiant_Structure\"; Name=\"Autre\"; Identifiant_Structure",
                "SA07^1.2.250.1.71.4.2.4; SA07; Secteur_Activite",
                ">3.0<; >2.0<; VIHF_Version",
                ">INDIRECTE<; >CARTE<; Authentification_mode",
                ">urn:dmp<; >urn:ROR<; Ressource_URN",
                ">DOC CAMILLE<; > <; urn:oasis:names:tc:xspa:1.0:subject:subject-id",
                "code=\"SM54\"; code=\"\"; urn:oasis:names:tc:xacml:2.0:subject:role",
                "code=\"SM54\"; code=\"SM54 | SM26\"; urn:oasis:names:tc:xacml:2.0:subject:role",
                "code=\"normal\"; code=\"\"; urn:oasis:names:tc:xspa:1.0:subject:purposeofuse",
                "1.2.250.1.213.1.1.4.248; 1.2.3; urn:oasis:names:tc:xspa:1.0:subject:purposeofuse"
            })
    void refusesWhatIsOutOfShape(String sound, String unsound, String attribute) throws Exception {
        Breach breach = onlyBreach(sound, unsound);

        assertThat(breach.observed().where()).isEqualTo("VIHF/" + attribute);
        assertThat(breach.sentence().fr()).contains(attribute);
    }

    @ParameterizedTest
    @CsvSource({"10, 1.2.250.1.71.4.2.6", "21, 1.2.250.1.213.1.1.4.6"})
    void physiciansAndPharmacistsSayWhich(String profession, String second) throws Exception {
        String text =
                sound().replace("code=\"10\"", "code=\"" + profession + "\"").replace("1.2.250.1.71.4.2.5", second);

        assertThat(breaches(text))
                .singleElement()
                .satisfies(breach -> assertThat(breach.expected().value())
                        .isEqualTo(profession + "^1.2.250.1.71.1.2.7 | code^1.2.250.1.71.4.2.5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Authentification_mode; Authentification_Mode",
                ">INDIRECTE<; >INDIRECTE_RENFORCEE<",
                ">3.0<; >4.0<",
                "code=\"10\"; code=\"60\"",
                "code=\"normal\"; code=\"bris_de_glace\""
            })
    void takesTheOtherFormsInUse(String one, String other) throws Exception {
        assertThat(breaches(sound().replace(one, other))).isEmpty();
    }

    @Test
    void bothSpellingsOfTheModeAreOneTooMany() throws Exception {
        String mode =
                "<saml2:Attribute Name=\"Authentification_Mode\"><saml2:AttributeValue>INDIRECTE</saml2:AttributeValue>"
                        + "</saml2:Attribute>";

        Breach breach = onlyBreach("</saml2:AttributeStatement>", mode + "</saml2:AttributeStatement>");

        assertThat(breach.observed().value()).isEqualTo("INDIRECTE | INDIRECTE");
    }

    @Test
    void refusesAnInsThatIsNotWrittenAsOne() throws Exception {
        List<Breach> breaches = breaches(sound().replace(PATIENT, "290019999900113"));

        assertThat(breaches).hasSize(2);
        assertThat(breaches.toString()).doesNotContain("290019999900113");
    }

    @Test
    void refusesTheOidThatInsiGives() throws Exception {
        DMP.post(Samples.dmpAbout(NOW, Samples.CAMILLE.forInsi()));

        Hop hop = DMP.hop();
        assertThat(hop.answer()).contains("soap:SIM_VihfIncorrect");
        assertThat(hop.breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.rule()).hasToString("LPS-08");
            assertThat(breach.expected().value()).contains("1.2.250.1.213.1.4.10");
            assertThat(breach.observed().value()).contains("1.2.250.1.213.1.4.8");
        });
    }

    @Test
    void refusesAWrongKey() throws Exception {
        DMP.post(Samples.dmpAbout(NOW, new Ins("290019999900114", Ins.NIR_TEST)));

        Hop hop = DMP.hop();
        assertThat(hop.value(Fact.VIHF_PATIENT_KEY)).contains("wrong");
        assertThat(hop.breaches())
                .singleElement()
                .satisfies(breach -> assertThat(breach.observed().value()).isEqualTo("wrong"));
    }

    @Test
    void refusesAnotherPatientThanTheBodys() throws Exception {
        Ins other = new Ins("185079999900215", Ins.NIR_TEST);
        DMP.post(Samples.dmp(NOW, java.util.Optional.of(Samples.soundVihf(NOW)), other));

        Hop hop = DMP.hop();
        assertThat(hop.answer()).contains("soap:SIM_PatientDifferent");
        assertThat(hop.breaches())
                .singleElement()
                .satisfies(breach -> assertThat(breach.expected()).isNotEqualTo(breach.observed()));
        assertThat(hop.toString()).doesNotContain("185079999900215");
    }

    @Test
    void refusesNoPatientWhereTheBodyNamesOne() throws Exception {
        Breach breach = onlyBreach(
                "Name=\"urn:oasis:names:tc:xacml:2.0:resource:resource-id\"", "Name=\"urn:oasis:names:autre\"");

        assertThat(breach.observed().value()).isEqualTo("—");
        assertThat(breach.expected().where()).isEqualTo("SOAP/Body");
    }

    private static Breach onlyBreach(String sound, String unsound) throws Exception {
        String text = sound();
        assertThat(text).contains(sound);
        List<Breach> breaches = breaches(text.replace(sound, unsound));
        assertThat(breaches).hasSize(1);
        return breaches.get(0);
    }

    private static List<Breach> breaches(String text) throws Exception {
        DMP.post(text.getBytes(StandardCharsets.UTF_8));
        return DMP.hop().breaches().stream()
                .filter(breach -> breach.rule().value().equals("LPS-08"))
                .toList();
    }

    private static String sound() {
        return new String(Samples.soundDmp(NOW), StandardCharsets.UTF_8);
    }
}
