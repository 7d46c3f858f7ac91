package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.SignatureResult.Absent;
import fr.accroche.messages.SignatureResult.Flaw;
import fr.accroche.messages.SignatureResult.Invalid;
import fr.accroche.messages.SignatureResult.Valid;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TamperingTest {
    private static final String SOAP = Fictive.signedDmp();

    @ParameterizedTest
    @CsvSource({
        "<saml2:NameID>899900000011, <saml2:NameID>899900000012",
        "DEMO-HOM-0001, DEMO-HOM-0002",
        "code=\"10\", code=\"21\"",
        "290019999900113^^^, 290019999900210^^^",
        "IssueInstant=\"2026-01-15, IssueInstant=\"2026-01-16",
        ">3.0<, >2.0<",
        "<saml2:Issuer Format, <saml2:Issuer NameQualifier=\"x\" Format",
        "Name=\"LPS_Nom\", Name=\"LPS_Nomm\"",
        "xmlns=\"urn:hl7-org:v3\" xmlns:xsi, xmlns=\"urn:hl7-org:v2\" xmlns:xsi",
        "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\", xmlns:xs=\"urn:other\"",
        "<saml2:Subject>, <saml2:Subject><?x y?>",
        "<saml2:NameID>899900000011, <saml2:NameID> 899900000011"
    })
    void refusesAnAssertionThatWasChanged(String from, String to) {
        String changed = SOAP.replace(from, to);

        assertThat(changed).isNotEqualTo(SOAP);
        assertFlaw(changed, Flaw.DIGEST);
    }

    @Test
    void refusesASignedInfoThatWasMadeToFitTheChange() {
        String other = Fictive.text(Fictive.dmp(Keys.OTHER
                        .signer()
                        .sign(Fictive.vihf(Fictive.VIHF_ID, Keys.EDITOR.signer().issuer(), LpsIdentity.NONE)))
                .toBytes());
        String certificate = between(SOAP, "<ds:KeyInfo>", "</ds:KeyInfo>");
        String forged = other.replace(between(other, "<ds:KeyInfo>", "</ds:KeyInfo>"), certificate);

        assertFlaw(forged, Flaw.VALUE);
    }

    @Test
    void saysThatARemovedSignatureIsAbsent() {
        String signature = "<ds:Signature" + between(SOAP, "<ds:Signature", "</ds:Signature>") + "</ds:Signature>";

        assertThat(Fictive.verify(SOAP.replace(signature, ""))).isEqualTo(new Absent());
    }

    @Test
    void saysInOneShortLineWhatAHostileTextIs() {
        String odd =
                SOAP.replace("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "a&#10;b\u0085" + "c".repeat(9_000));

        assertThat(Fictive.verify(odd))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.reason().en())
                                .startsWith("SignatureMethod is a b c")
                                .hasSizeLessThan(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "2026-13-45T99:99:99Z"})
    void refusesAnAssertionWhoseIssueInstantIsNoDate(String instant) {
        assertThat(Fictive.verify(
                        SOAP.replace("IssueInstant=\"2026-01-15T09:00:00.000Z\"", "IssueInstant=\"" + instant + "\"")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void signsAndVerifiesOnSeveralThreads() {
        VihfSigner signer = Keys.EDITOR.signer();

        assertThat(IntStream.range(0, 60)
                        .parallel()
                        .mapToObj(i -> Fictive.verify(Fictive.text(
                                Fictive.dmp(signer.sign(Fictive.vihf())).toBytes()))))
                .allMatch(Valid.class::isInstance);
    }

    @Test
    void refusesASecondSignature() {
        String signature = "<ds:Signature" + between(SOAP, "<ds:Signature", "</ds:Signature>") + "</ds:Signature>";

        assertFlaw(SOAP.replace(signature, signature + signature), Flaw.SHAPE);
    }

    @Test
    void refusesAnAssertionOfTooManyElements() {
        String end = "</saml2:AttributeStatement>";
        String many = "<saml2:AttributeValue/>".repeat(2_000);

        assertFlaw(SOAP.replace(end, "<saml2:Attribute Name=\"x\">" + many + "</saml2:Attribute>" + end), Flaw.SHAPE);
    }

    @Test
    void refusesACertificateThatIsNone() {
        assertFlaw(SOAP.replace("<ds:X509Certificate>MII", "<ds:X509Certificate>QUJD"), Flaw.CERTIFICATE);
        assertFlaw(SOAP.replace("<ds:X509Certificate>MII", "<ds:X509Certificate>***"), Flaw.CERTIFICATE);
    }

    @Test
    void readsNoMoreThanTenCertificates() {
        String unreadable = "<ds:X509Certificate>QUJD</ds:X509Certificate>";

        assertThat(Fictive.verify(SOAP.replace("<ds:X509Certificate>", unreadable.repeat(10) + "<ds:X509Certificate>")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.reason().en()).startsWith("KeyInfo has 11 X509Certificate"));
    }

    @Test
    void refusesAnAssertionWithoutId() {
        assertFlaw(SOAP.replace(" ID=\"" + Fictive.VIHF_ID + "\"", ""), Flaw.REFERENCE);
    }

    @Test
    void readsANameIdWholeAroundAComment() {
        String split = SOAP.replace("<saml2:NameID>899900000011", "<saml2:NameID>8999<!-- -->00000011");

        assertThat(Fictive.parse(split).assertions().get(0).nameId()).contains("899900000011");
        assertThat(Fictive.verify(split)).isInstanceOf(Valid.class);
    }

    @Test
    void readsAndVerifiesTextWrittenAsCdata() {
        String cdata = SOAP.replace("<saml2:NameID>899900000011", "<saml2:NameID><![CDATA[8999]]>00<![CDATA[000011]]>");

        assertThat(Fictive.parse(cdata).assertions().get(0).nameId()).contains("899900000011");
        assertThat(Fictive.verify(cdata)).isInstanceOf(Valid.class);
    }

    @Test
    void keepsASignatureThroughAChangeOfSurroundings() {
        String moved = SOAP.replace("<soap:Header", "<soap:Header xmlns:xs=\"urn:x\" xmlns:y=\"urn:y\"")
                .replace("</wsse:Security>", "\n  </wsse:Security>");

        assertThat(Fictive.verify(moved)).isInstanceOf(Valid.class);
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static void assertFlaw(String message, Flaw expected) {
        assertThat(Fictive.verify(message))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.flaw())
                                .as(invalid.reason().en())
                                .isEqualTo(expected));
    }
}
