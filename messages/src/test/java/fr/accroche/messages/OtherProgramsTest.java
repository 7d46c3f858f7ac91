package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.SignatureResult.Flaw;
import fr.accroche.messages.SignatureResult.Invalid;
import fr.accroche.messages.SignatureResult.Valid;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What is signed here verifies elsewhere, and what is signed elsewhere verifies here. */
class OtherProgramsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> samplesAndKeys() {
        return SignedSample.all().stream()
                .flatMap(sample -> Stream.of(
                        Arguments.argumentSet(sample.kind() + " RSA", sample, Keys.EDITOR, "rsa-sha256"),
                        Arguments.argumentSet(sample.kind() + " EC", sample, Keys.ELLIPTIC, "ecdsa-sha256")));
    }

    @Test
    void theJdkVerifiesAVihfInsideItsMessage() throws Exception {
        Document document = SafeXml.parse(Fictive.signedDmp().getBytes(StandardCharsets.UTF_8));
        Element assertion = (Element)
                document.getElementsByTagNameNS(Namespaces.SAML2, "Assertion").item(0);
        Element signature = Dom.only(assertion, Namespaces.XMLDSIG, "Signature").orElseThrow();
        DOMValidateContext context =
                new DOMValidateContext(Keys.EDITOR.certificate().getPublicKey(), signature);
        context.setIdAttributeNS(assertion, null, "ID");

        XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);

        assertThat(read.validate(context)).isTrue();
    }

    @Test
    void xmlsec1VerifiesAVihfInsideItsMessage() throws Exception {
        Xmlsec1 xmlsec1 = Xmlsec1.in(folder);
        String soap = Fictive.signedDmp();

        assertThat(xmlsec1.verifies(soap, Keys.EDITOR)).isTrue();
        assertThat(xmlsec1.verifies(soap.replace("DEMO-HOM-0001", "DEMO-HOM-0002"), Keys.EDITOR))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("samplesAndKeys")
    void whatXmlsec1SignsVerifiesHere(SignedSample sample, Keys keys, String algorithm) throws Exception {
        String signed = Xmlsec1.in(folder).signs(template(sample, algorithm), keys);

        assertThat(verify(signed, sample)).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.signer()).isEqualTo(keys.certificate());
            assertThat(valid.algorithm()).endsWith("#" + algorithm);
        });
    }

    @ParameterizedTest
    @MethodSource("samplesAndKeys")
    void whatXmlsec1SignedIsRefusedOnceChanged(SignedSample sample, Keys keys, String algorithm) throws Exception {
        String signed = Xmlsec1.in(folder).signs(template(sample, algorithm), keys);
        String otherPerson =
                signed.replace(SignedSample.PERSON + "</saml2:NameID>", SignedSample.EVIL_PERSON + "</saml2:NameID>");
        String otherKey = SignedInfoForger.sign(signed, Keys.OTHER);

        assertFlaw(otherPerson, sample, Flaw.DIGEST);
        assertFlaw(otherKey, sample, Flaw.VALUE);
    }

    /** What xmlsec1 is to fill in: digest, signature, certificate. */
    private static String template(SignedSample sample, String algorithm) {
        String signature = "<ds:Signature xmlns:ds=\"" + Namespaces.XMLDSIG + "\"><ds:SignedInfo>"
                + SignatureText.method("CanonicalizationMethod", Namespaces.EXCLUSIVE_C14N)
                + SignatureText.method("SignatureMethod", "http://www.w3.org/2001/04/xmldsig-more#" + algorithm)
                + "<ds:Reference URI=\"#" + sample.id() + "\"><ds:Transforms>"
                + SignatureText.method("Transform", Namespaces.XMLDSIG + "enveloped-signature")
                + SignatureText.method("Transform", Namespaces.EXCLUSIVE_C14N) + "</ds:Transforms>"
                + SignatureText.method("DigestMethod", "http://www.w3.org/2001/04/xmlenc#sha256")
                + "<ds:DigestValue/></ds:Reference></ds:SignedInfo><ds:SignatureValue/>"
                + "<ds:KeyInfo><ds:X509Data><ds:X509Certificate/></ds:X509Data></ds:KeyInfo></ds:Signature>";
        return sample.soap(sample.unsigned().replace("</saml2:Issuer>", "</saml2:Issuer>" + signature));
    }

    private static SignatureResult verify(String soap, SignedSample sample) {
        return SignatureVerifier.strict()
                .verify(Fictive.parse(soap).assertion(sample.kind()).orElseThrow());
    }

    private static void assertFlaw(String soap, SignedSample sample, Flaw flaw) {
        assertThat(verify(soap, sample))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.flaw())
                                .as(invalid.reason().en())
                                .isEqualTo(flaw));
    }
}
