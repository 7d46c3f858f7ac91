package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static fr.accroche.teleservice.RunningTeleservice.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.VihfForm;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each key of {@code settings.dmp}, as a user writes it, seen through the socket. */
class DmpSettingsTest {

    private static final VihfForm USUAL = VihfForm.INDIRECTE;
    private static final String PASSWORD = "urn:oasis:names:tc:SAML:2.0:ac:classes:Password";

    /** What is sent to the DMP. */
    enum Sent {
        SOUND(USUAL),
        VERSION_2(USUAL.withVersion("2.0")),
        BY_PASSWORD(USUAL.withAuthnContextClass(PASSWORD)),
        BY_EIDAS(USUAL.withAuthnContextClass("urn:eidas1")),
        UNSIGNED(new VihfForm(USUAL.mode(), USUAL.version(), USUAL.authnContextClass(), false)),
        BY_CLIENT_CERTIFICATE(USUAL),
        AIR_BY_CLIENT_CERTIFICATE(
                new VihfForm("INDIRECTE_RENFORCEE", USUAL.version(), USUAL.authnContextClass(), true)),
        WITHOUT_LPS_ID(USUAL);

        private final VihfForm form;

        Sent(VihfForm form) {
            this.form = form;
        }

        byte[] message() {
            HeldCertificate signer =
                    name().endsWith("BY_CLIENT_CERTIFICATE") ? TestCertificates.CLIENT : TestCertificates.SIGNER;
            LpsIdentity lps = this == WITHOUT_LPS_ID
                    ? new LpsIdentity(Samples.LPS.name(), Samples.LPS.version(), Optional.empty(), Samples.LPS.number())
                    : Samples.LPS;
            SamlAssertion vihf = Samples.vihf(NOW, form, Optional.of(Samples.PATIENT), lps, signer);
            return Samples.dmp(NOW, Optional.of(vihf), Samples.PATIENT);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; SOUND; ''; ''",
                "''; VERSION_2; soap:SIM_VihfIncorrect; ''",
                "versions: ['2.0']; VERSION_2; ''; ''",
                "versions: ['2.0']; SOUND; soap:SIM_VihfIncorrect; ''",
                "''; BY_PASSWORD; ''; ''",
                "''; BY_EIDAS; soap:SIM_VihfIncorrect; ''",
                "authnContexts: ['urn:eidas1']; BY_EIDAS; ''; ''",
                "authnContexts: ['urn:eidas1']; BY_PASSWORD; soap:SIM_VihfIncorrect; ''",
                "purposes: [urgence]; SOUND; soap:SIM_VihfIncorrect; ''",
                "purposes: [urgence, normal]; SOUND; ''; ''",
                "''; WITHOUT_LPS_ID; ''; ''",
                "lpsId: warn; WITHOUT_LPS_ID; ''; LPS_ID_ABSENT=VIHF/LPS_ID",
                "lpsId: refuse; WITHOUT_LPS_ID; soap:SIM_VihfIncorrect; ''",
                "structure: warn; SOUND; ''; STRUCTURE_IS_NOT_CERTIFICATES=VIHF/Identifiant_Structure",
                "structure: refuse; SOUND; soap:SIM_StructureDifferente; ''",
                "'structure: refuse, faults: { structure-differs: DMPStructure }'; SOUND; soap:DMPStructure; ''",
                "''; UNSIGNED; soap:SIM_SignatureAbsente; ''",
                "signature: optional; UNSIGNED; ''; ''",
                "signature: optional; BY_CLIENT_CERTIFICATE; soap:DMPInvalidCertificate; ''",
                "signature: forbidden; UNSIGNED; ''; ''",
                "signature: forbidden; SOUND; soap:SIM_AssertionInattendue; ''",
                "signedBy: lps-operator; SOUND; soap:DMPInvalidCertificate; ''",
                "signedBy: proxy-operator; SOUND; ''; ''",
                "''; BY_CLIENT_CERTIFICATE; soap:DMPInvalidCertificate; ''",
                "signerUsage: accept; BY_CLIENT_CERTIFICATE; ''; ''"
            })
    void doesAsItIsSet(String setting, Sent sent, String refusal, String variants) throws Exception {
        Hop hop = sent(setting, sent.message());

        assertThat(hop.answer().orElse("")).isEqualTo(refusal);
        assertThat(hop.breaches().isEmpty()).isEqualTo(refusal.isEmpty());
        assertThat(hop.value(Fact.VARIANTS)).contains(variants);
    }

    /** In that mode the usage of the signer's certificate is reported at most: the public sample is signed by such a one. */
    @ParameterizedTest
    @CsvSource({"BY_CLIENT_CERTIFICATE, signerUsage: warn", "AIR_BY_CLIENT_CERTIFICATE, ''"})
    void reportsASignerThatIsMadeForSomethingElse(Sent sent, String setting) throws Exception {
        Hop hop = sent(setting, sent.message());

        assertServed(hop);
        assertThat(hop.value(Fact.VARIANTS).orElseThrow()).startsWith("SIGNER_USAGE=VIHF/Signature/certificate[");
    }

    /** What a certificate is made for is a matter of choice, whether it is of this environment is not. */
    @Test
    void refusesAForeignSignerWhateverItsUsage() throws Exception {
        byte[] message = Samples.dmp(
                NOW,
                Optional.of(Samples.vihf(
                        NOW, USUAL, Optional.of(Samples.PATIENT), Samples.LPS, TestCertificates.PRODUCTION_CLIENT)),
                Samples.PATIENT);

        Hop hop = sent("signerUsage: accept", message);

        assertThat(hop.answer()).contains("soap:DMPInvalidCertificate");
    }

    @Test
    void namesTheStructureThatSigned() throws Exception {
        Hop hop = sent("signedBy: lps-operator", Sent.SOUND.message());

        assertRefused(hop, 500, "soap:DMPInvalidCertificate", "LPS-04");
        assertThat(hop.breaches().get(0).expected().value()).isEqualTo(RunningTeleservice.OTHER_OPERATOR);
        assertThat(hop.breaches().get(0).observed().value()).isEqualTo(TestCertificates.PROXY_OPERATOR);
    }

    @Test
    void saysOfTheStructureWhatTheDmpSays() throws Exception {
        try (RunningTeleservice dmp = running("structure: refuse")) {
            String answer = new String(dmp.post(Sent.SOUND.message()).body(), StandardCharsets.UTF_8);

            assertThat(answer).contains("Erreur d'authentification de la personne morale");
            assertRefused(dmp.hop(), 500, "soap:SIM_StructureDifferente", "LPS-08");
        }
    }

    /** The code alone is the user's: the words stay, and are there. */
    @Test
    void aFaultOfAnotherCodeSaysTheSame() throws Exception {
        try (RunningTeleservice dmp = running("faults: { signer-refused: DMPAutre }")) {
            byte[] request = Sent.BY_CLIENT_CERTIFICATE.message();

            String answer = new String(dmp.post(request).body(), StandardCharsets.UTF_8);

            assertThat(answer).contains("soap:DMPAutre", "Not a valid signature certificate");
        }
    }

    @Test
    void saysOfAMissingSpecialityWhatTheDmpSays() throws Exception {
        String request = new String(Sent.UNSIGNED.message(), StandardCharsets.UTF_8)
                .replaceFirst(
                        "<saml2:AttributeValue>(?=<Role [^>]*SM54)<Role [^>]*></Role></saml2:AttributeValue>", "");
        assertThat(request).doesNotContain("SM54");
        try (RunningTeleservice dmp = running("signature: optional")) {
            String answer = new String(
                    dmp.post(request.getBytes(StandardCharsets.UTF_8)).body(), StandardCharsets.UTF_8);

            assertThat(answer).contains("Aucune spécialité dans le vihf. Spécialité obligatoire pour les Médecins");
            assertRefused(dmp.hop(), 500, "soap:SIM_VihfIncorrect", "LPS-08");
        }
    }

    @Test
    void saysOfAWrongSectorThatItIsTheSector() throws Exception {
        byte[] request = new String(Sent.UNSIGNED.message(), StandardCharsets.UTF_8)
                .replace("SA07^", "SA07-")
                .getBytes(StandardCharsets.UTF_8);

        assertRefused(sent("signature: optional", request), 500, "soap:SIM_SecteurIncorrect", "LPS-08");
    }

    @Test
    void isServedBelowAnotherBase() throws Exception {
        try (RunningTeleservice dmp = running("base: /dmp/v3/")) {
            assertThat(dmp.sim.endpoint().getPath()).isEqualTo("/dmp/v3/patients");
            dmp.post(Samples.soundDmp(NOW));
            assertServed(dmp.hop());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "assertionMaxAge: 10s, 400, soap:SIM_AssertionPerimee",
        "assertionMaxAge: 10s, 200, ''",
        "clockSkew: 1s, 3700, soap:SIM_AssertionPerimee",
        "clockSkew: 1s, -100, soap:SIM_AssertionPerimee",
        "clockSkew: 10m, -500, ''"
    })
    void isAsOldAsItMayBe(String setting, long age, String refusal) throws Exception {
        try (RunningTeleservice dmp = RunningTeleservice.of(Teleservice.DMP, settings(setting))) {
            SamlAssertion vihf = Samples.soundVihf(NOW.minusSeconds(age));

            dmp.post(Samples.dmp(NOW, Optional.of(vihf), Samples.PATIENT));

            assertThat(dmp.hop().answer().orElse("")).isEqualTo(refusal);
        }
    }

    @Test
    void reportsAnotherOrderOfAttributes() throws Exception {
        String usual = new String(Sent.UNSIGNED.message(), StandardCharsets.UTF_8);
        String swapped = usual.replace("Name=\"LPS_Nom\"", "Name=\"?\"")
                .replace("Name=\"LPS_Version\"", "Name=\"LPS_Nom\"")
                .replace("Name=\"?\"", "Name=\"LPS_Version\"")
                .replace(">2.1<", ">?<")
                .replace(">Alpha Cabinet</saml2:AttributeValue>", ">2.1</saml2:AttributeValue>")
                .replace(">?</saml2:AttributeValue>", ">Alpha Cabinet</saml2:AttributeValue>");

        Hop hop = sent("signature: optional", swapped.getBytes(StandardCharsets.UTF_8));

        assertServed(hop);
        assertThat(hop.value(Fact.VARIANTS)).contains("ATTRIBUTE_ORDER=VIHF/AttributeStatement");
    }

    private static Hop sent(String setting, byte[] message) throws Exception {
        try (RunningTeleservice dmp = running(setting)) {
            dmp.post(message);
            return dmp.hop();
        }
    }

    private static RunningTeleservice running(String setting) throws Exception {
        return RunningTeleservice.of(Teleservice.DMP, settings("dmp: { " + setting + " }"));
    }

    private static Settings settings(String text) throws Exception {
        String yaml = ShippedDeclaration.PROXY_INTEGRE.text() + "\nsettings: { " + text + " }\n";
        return DeclarationReader.read(
                        "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 27))
                .settings();
    }
}
