package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.ParsedAssertion.Kind;
import fr.accroche.messages.ParsedAssertion.SignaturePlace;
import fr.accroche.messages.SignatureResult.Flaw;
import fr.accroche.messages.SignatureResult.Invalid;
import fr.accroche.messages.SignatureResult.Valid;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.ExcC14NParameterSpec;
import org.junit.jupiter.api.Test;

class ForeignSignatureTest {
    private final ForeignSigner signer = new ForeignSigner();
    private final KeyInfoFactory keyInfos =
            XMLSignatureFactory.getInstance("DOM").getKeyInfoFactory();

    @Test
    void acceptsTheSignatureOfAnotherProgram() throws Exception {
        assertThat(Fictive.verify(signer.message())).isInstanceOf(Valid.class);
    }

    @Test
    void acceptsASignatureInTheLastPlaceAndSaysWhereItIs() throws Exception {
        signer.last = true;
        String message = signer.message();

        assertThat(Fictive.verify(message)).isInstanceOf(Valid.class);
        assertThat(Fictive.parse(message).assertion(Kind.VIHF).orElseThrow().signature())
                .isEqualTo(SignaturePlace.MISPLACED);
    }

    @Test
    void acceptsAKeyValueBesideTheCertificateWithoutUsingIt() throws Exception {
        signer.keyInfo = keyInfos.newKeyInfo(List.of(
                keyInfos.newKeyValue(Keys.OTHER.certificate().getPublicKey()),
                keyInfos.newX509Data(List.of(Keys.EDITOR.certificate()))));

        assertThat(Fictive.verify(signer.message()))
                .isInstanceOfSatisfying(
                        Valid.class, valid -> assertThat(valid.signer()).isEqualTo(Keys.EDITOR.certificate()));
    }

    @Test
    void acceptsInclusiveNamespacesInTheCanonicalizationMethod() throws Exception {
        signer.canonicalizationParameter = new ExcC14NParameterSpec(List.of("saml2"));
        String message = signer.message();

        assertThat(message).containsPattern("<ds:CanonicalizationMethod [^>]*><[^>]*PrefixList=\"saml2\"");
        assertThat(Fictive.verify(message)).isInstanceOf(Valid.class);
        assertFlaw(message.replaceAll("(<[^<>]*PrefixList[^<>]*/>)", "$1$1"), Flaw.ALGORITHM);
    }

    @Test
    void refusesSha1UnlessAsked() throws Exception {
        signer.signatureMethod = SignatureMethod.RSA_SHA1;
        signer.digest = DigestMethod.SHA1;
        String message = signer.message();
        ParsedAssertion read = Fictive.parse(message).assertion(Kind.VIHF).orElseThrow();

        assertFlaw(message, Flaw.ALGORITHM);
        assertThat(SignatureVerifier.acceptingSha1().verify(read))
                .isInstanceOfSatisfying(
                        Valid.class, valid -> assertThat(valid.sha1()).isTrue());
    }

    @Test
    void refusesASha1DigestUnderASha256Signature() throws Exception {
        signer.digest = DigestMethod.SHA1;

        assertFlaw(signer.message(), Flaw.ALGORITHM);
    }

    @Test
    void refusesHmacWithThePublicKeyAsSecret() throws Exception {
        signer.signatureMethod = SignatureMethod.HMAC_SHA256;
        signer.key = new SecretKeySpec(Keys.EDITOR.certificate().getPublicKey().getEncoded(), "HmacSHA256");

        assertFlaw(signer.message(), Flaw.ALGORITHM);
    }

    @Test
    void refusesAnAlgorithmNobodyKnows() throws Exception {
        assertFlaw(signer.message().replace(ForeignSigner.RSA_SHA256, "urn:none"), Flaw.ALGORITHM);
    }

    @Test
    void refusesCommentsInTheCanonicalForm() throws Exception {
        signer.transforms = List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

        assertFlaw(signer.message(), Flaw.ALGORITHM);
    }

    @Test
    void refusesATransformWithAnXPath() throws Exception {
        String end = "xml-exc-c14n#\"/></ds:Transforms>";
        String path = "xml-exc-c14n#\"><ds:XPath>x</ds:XPath></ds:Transform></ds:Transforms>";
        String message = signer.message();

        assertThat(message).contains(end);
        assertFlaw(message.replace(end, path), Flaw.ALGORITHM);
    }

    @Test
    void refusesAThirdTransform() throws Exception {
        signer.transforms = List.of(Transform.ENVELOPED, ForeignSigner.EXCLUSIVE, ForeignSigner.EXCLUSIVE);

        assertFlaw(signer.message(), Flaw.SHAPE);
    }

    @Test
    void refusesASecondReference() throws Exception {
        signer.references = List.of("#" + Fictive.VIHF_ID, "#" + Fictive.VIHF_ID);

        assertFlaw(signer.message(), Flaw.SHAPE);
    }

    @Test
    void refusesAReferenceToTheWholeDocument() throws Exception {
        signer.references = List.of("");

        assertFlaw(signer.message(), Flaw.REFERENCE);
    }

    @Test
    void refusesAReferenceByXPointer() throws Exception {
        signer.references = List.of("#xpointer(id('" + Fictive.VIHF_ID + "'))");

        assertFlaw(signer.message(), Flaw.REFERENCE);
    }

    @Test
    void refusesAnObjectInTheSignature() throws Exception {
        signer.emptyObject = true;

        assertFlaw(signer.message(), Flaw.SHAPE);
    }

    @Test
    void refusesASignatureWithoutKeyInfo() throws Exception {
        signer.keyInfo = null;

        assertFlaw(signer.message(), Flaw.SHAPE);
    }

    @Test
    void refusesABareKeyValue() throws Exception {
        signer.keyInfo = keyInfos.newKeyInfo(
                List.of(keyInfos.newKeyValue(Keys.EDITOR.certificate().getPublicKey())));

        assertFlaw(signer.message(), Flaw.CERTIFICATE);
    }

    @Test
    void refusesARetrievalMethod() throws Exception {
        signer.keyInfo = keyInfos.newKeyInfo(List.of(keyInfos.newRetrievalMethod("http://simulateur.test/key")));

        assertFlaw(signer.message(), Flaw.SHAPE);
    }

    @Test
    void refusesACertificateOfAnotherKey() throws Exception {
        signer.keyInfo = signer.x509(Keys.OTHER);

        assertFlaw(signer.message(), Flaw.VALUE);
    }

    @Test
    void refusesACertificateOfAnotherKindOfKey() throws Exception {
        signer.keyInfo = signer.x509(Keys.ELLIPTIC);

        assertFlaw(signer.message(), Flaw.VALUE);
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
