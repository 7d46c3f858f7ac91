package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.messages.ParsedAssertion.Kind;
import fr.accroche.messages.ParsedAssertion.SignaturePlace;
import fr.accroche.messages.SignatureResult.Absent;
import fr.accroche.messages.SignatureResult.Valid;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VihfTest {
    @Test
    void readsBackAllThatWasSigned() {
        ParsedAssertion read =
                Fictive.parse(Fictive.signedDmp()).assertion(Kind.VIHF).orElseThrow();

        assertThat(read.id()).contains(Fictive.VIHF_ID);
        assertThat(read.issueInstant()).contains(Fictive.NOW);
        assertThat(read.authnInstant()).contains(Fictive.NOW);
        assertThat(read.issuer()).contains("CN=lps-demo,OU=399999999900017,O=EDITEUR DEMO,ST=Paris (75),C=FR");
        assertThat(read.nameId()).contains("899900000011");
        assertThat(read.nameQualifier()).isEmpty();
        assertThat(read.authnContextClass()).contains(Vihf.MOBILE_TWO_FACTOR);
        assertThat(read.roles()).isEqualTo(Fictive.DOCTOR.roles());
        assertThat(read.purposes()).containsExactly(CodedValue.normalAccess());
        assertThat(read.lps()).isEqualTo(Fictive.LPS);
        assertThat(read.patient()).contains(Fictive.PATIENT);
        assertThat(read.authentificationMode()).contains("INDIRECTE");
        assertThat(read.text("Secteur_Activite")).contains("SA07^1.2.250.1.71.4.2.4");
        assertThat(read.signature()).isEqualTo(SignaturePlace.AFTER_ISSUER);
    }

    @Test
    void writesAttributesInTheOrderOfTheOfficialSamples() {
        ParsedAssertion read =
                Fictive.parse(Fictive.signedDmp()).assertion(Kind.VIHF).orElseThrow();

        assertThat(read.attributes().keySet())
                .containsExactly(
                        "Identifiant_Structure",
                        "Secteur_Activite",
                        "urn:oasis:names:tc:xspa:1.0:subject:subject-id",
                        "urn:oasis:names:tc:xacml:2.0:subject:role",
                        "VIHF_Version",
                        "Authentification_mode",
                        "urn:oasis:names:tc:xacml:2.0:resource:resource-id",
                        "Ressource_URN",
                        "urn:oasis:names:tc:xspa:1.0:subject:purposeofuse",
                        "LPS_ID",
                        "LPS_Nom",
                        "LPS_Version",
                        "LPS_ID_HOMOLOGATION_DMP");
    }

    @Test
    void writesCodedValuesInTheDefaultNamespaceWithAnUnprefixedType() {
        String xml = Keys.EDITOR.signer().sign(Fictive.vihf()).xml();

        assertThat(xml)
                .containsPattern("<Role xmlns=\"urn:hl7-org:v3\"[^>]* code=\"10\"[^>]* xsi:type=\"CE\"")
                .containsPattern("<PurposeOfUse xmlns=\"urn:hl7-org:v3\"[^>]* code=\"normal\"[^>]* xsi:type=\"CE\"")
                .containsPattern("<saml2:AttributeValue[^>]* xsi:type=\"xs:string\">LPS_DEMO_A<");
    }

    @Test
    void signsWithoutLineBreaksInBase64() {
        String xml = Keys.EDITOR.signer().sign(Fictive.vihf()).xml();

        assertThat(xml)
                .doesNotContain("&#xD;")
                .containsPattern("<ds:SignatureValue>[A-Za-z0-9+/=]+</ds:SignatureValue>");
    }

    @Test
    void verifiesWhatItSigned() {
        SignatureResult result = Fictive.verify(Fictive.signedDmp());

        assertThat(result).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.signer()).isEqualTo(Keys.EDITOR.certificate());
            assertThat(valid.chain()).hasSize(1);
            assertThat(valid.algorithm()).endsWith("#rsa-sha256");
            assertThat(valid.sha1()).isFalse();
        });
    }

    @Test
    void verifiesWhatItSignedWithAnEllipticCurve() {
        SamlAssertion signed = Keys.ELLIPTIC.signer().sign(Fictive.vihf());

        SignatureResult result = Fictive.verify(Fictive.text(Fictive.dmp(signed).toBytes()));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Valid.class, valid -> assertThat(valid.signer()).isEqualTo(Keys.ELLIPTIC.certificate()));
    }

    @Test
    void saysThatAnUnsignedVihfBearsNoSignature() {
        SamlAssertion unsigned = VihfSigner.unsigned(Fictive.vihf());

        assertThat(Fictive.verify(Fictive.text(Fictive.dmp(unsigned).toBytes())))
                .isEqualTo(new Absent());
    }

    @Test
    void leavesOutWhatTheSoftwareDoesNotSay() {
        Vihf silent = Fictive.vihf(Fictive.VIHF_ID, "CN=x", Fictive.LPS.withNumber(Optional.empty()));

        ParsedAssertion read = Fictive.parse(
                        Fictive.text(Fictive.dmp(VihfSigner.unsigned(silent)).toBytes()))
                .assertion(Kind.VIHF)
                .orElseThrow();

        assertThat(read.attributes()).doesNotContainKey("LPS_ID_HOMOLOGATION_DMP");
        assertThat(read.lps().name()).contains("LPS_DEMO_A");
    }

    @Test
    void escapesTextsThatLookLikeMarkup() {
        String odd = "A & B <c> \"d\" 'e' ]]>\r\n\tÉ 𝒳";
        Vihf vihf = Fictive.vihf(Fictive.VIHF_ID, "CN=x", LpsIdentity.of("LPS_" + odd + "_", "1", "i", "n"));
        String soap = Fictive.text(Fictive.dmp(Keys.EDITOR.signer().sign(vihf)).toBytes());

        ParsedAssertion read = Fictive.parse(soap).assertion(Kind.VIHF).orElseThrow();

        assertThat(read.lps().name()).contains("LPS_" + odd + "_");
        assertThat(Fictive.verify(soap)).isInstanceOf(Valid.class);
    }

    @Test
    void refusesATextThatXmlCannotHold() {
        Vihf vihf = Fictive.vihf(Fictive.VIHF_ID, "CN=x", LpsIdentity.of("a\u0000b", "1", "i", "n"));

        assertThatThrownBy(() -> VihfSigner.unsigned(vihf))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+0000");
    }

    @Test
    void refusesAKeyThatIsNeitherRsaNorEc() throws NoSuchAlgorithmException {
        var ed25519 = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();

        assertThatThrownBy(() -> new VihfSigner(ed25519, Keys.EDITOR.certificate()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RSA or EC");
    }

    @Test
    void showsNeitherNumberNorPatientInItsTexts() {
        BusinessRequest request = Fictive.parse(Fictive.signedDmp());
        SamlAssertion signed = Keys.EDITOR.signer().sign(Fictive.vihf());

        String shown = request + " " + signed + " " + Fictive.vihf() + " " + Fictive.dmp(signed)
                + request.assertions().get(0).lps() + Fictive.contexteLps(Fictive.tlsiLps());

        assertThat(shown)
                .doesNotContain("290019999900113")
                .doesNotContain("DEMO-HOM-0001")
                .doesNotContain("DEMO00000001");
    }
}
