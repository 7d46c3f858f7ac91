package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.messages.ParsedAssertion.Kind;
import fr.accroche.messages.SignatureResult.Absent;
import fr.accroche.messages.SignatureResult.Flaw;
import fr.accroche.messages.SignatureResult.Invalid;
import fr.accroche.messages.SignatureResult.Valid;
import org.junit.jupiter.api.Test;

/** XML signature wrapping: the genuine assertion is kept somewhere so that its signature still verifies. */
class WrappingTest {
    private static final String GENUINE =
            Keys.EDITOR.signer().sign(Fictive.vihf()).xml();
    private static final String SIGNATURE = GENUINE.substring(
            GENUINE.indexOf("<ds:Signature"), GENUINE.indexOf("</ds:Signature>") + "</ds:Signature>".length());
    private static final String STRIPPED = GENUINE.replace(SIGNATURE, "");
    private static final String EVIL_ID = "_e0000000-0000-4000-8000-000000000066";

    /** Another person, under another ID, with whatever signature. */
    private static String evil(String signature) {
        return STRIPPED.replace(Fictive.VIHF_ID, EVIL_ID)
                .replace("899900000011", "899900000099")
                .replace("</saml2:Issuer>", "</saml2:Issuer>" + signature);
    }

    private static String soap(String inSecurity) {
        return Fictive.text(Fictive.dmp(new SamlAssertion(inSecurity)).toBytes());
    }

    @Test
    void takesNoneOfTwoWhenTheUnsignedOneComesFirst() {
        BusinessRequest request = Fictive.parse(soap(evil("") + GENUINE));

        assertNoneIsTheOne(request);
        assertThat(SignatureVerifier.strict().verify(request.assertions().get(0)))
                .isEqualTo(new Absent());
        assertThat(SignatureVerifier.strict().verify(request.assertions().get(1)))
                .isInstanceOf(Valid.class);
    }

    @Test
    void takesNoneOfTwoWhenTheUnsignedOneComesLast() {
        assertNoneIsTheOne(Fictive.parse(soap(GENUINE + evil(""))));
    }

    @Test
    void refusesASignatureAboutACopyInAdvice() {
        assertReference(evil(SIGNATURE)
                .replace(
                        "<saml2:AuthnStatement", "<saml2:Advice>" + STRIPPED + "</saml2:Advice><saml2:AuthnStatement"));
    }

    @Test
    void refusesASignatureAboutAWholeCopyInAdvice() {
        assertReference(evil(SIGNATURE)
                .replace("<saml2:AuthnStatement", "<saml2:Advice>" + GENUINE + "</saml2:Advice><saml2:AuthnStatement"));
    }

    @Test
    void refusesASignatureAboutACopyInSubjectConfirmationData() {
        assertReference(evil(SIGNATURE)
                .replace(
                        "</saml2:Subject>",
                        "<saml2:SubjectConfirmation><saml2:SubjectConfirmationData>" + STRIPPED
                                + "</saml2:SubjectConfirmationData></saml2:SubjectConfirmation></saml2:Subject>"));
    }

    @Test
    void refusesASignatureThatCarriesTheCopyInAnObject() {
        String carrier = SIGNATURE.replace("</ds:Signature>", "<ds:Object>" + STRIPPED + "</ds:Object></ds:Signature>");

        assertFlaw(soap(evil(carrier)), Flaw.SHAPE);
    }

    @Test
    void refusesASignatureAboutACopyBesideSecurity() {
        String message = soap(evil(SIGNATURE)).replace("</soap:Header>", STRIPPED + "</soap:Header>");

        assertFlaw(message, Flaw.REFERENCE);
        assertThat(Fictive.parse(message).strayAssertions()).isEqualTo(1);
    }

    @Test
    void refusesASignatureAboutACopyInTheBody() {
        String message = soap(evil(SIGNATURE)).replace("<controlActProcess", STRIPPED + "<controlActProcess");

        assertFlaw(message, Flaw.REFERENCE);
        assertThat(Fictive.parse(message).strayAssertions()).isEqualTo(1);
    }

    @Test
    void ignoresAGenuineAssertionThatIsNotInSecurity() {
        String message = soap(evil("")).replace("</soap:Header>", GENUINE + "</soap:Header>");

        assertThat(Fictive.verify(message)).isEqualTo(new Absent());
    }

    @Test
    void ignoresASignatureBesideTheAssertion() {
        assertThat(Fictive.verify(soap(STRIPPED + SIGNATURE))).isEqualTo(new Absent());
    }

    @Test
    void refusesTheSameIdTwice() {
        String twin = evil(SIGNATURE).replace(EVIL_ID, Fictive.VIHF_ID);
        String message = soap(twin).replace("</soap:Header>", STRIPPED + "</soap:Header>");

        assertThatThrownBy(() -> Fictive.parse(message))
                .isInstanceOf(MessageException.class)
                .hasMessageContaining("same identifier");
    }

    @Test
    void refusesTheSameIdUnderAnotherSpelling() {
        String id = " id=\"" + Fictive.VIHF_ID + "\"";

        assertFlaw(soap(GENUINE).replace("<controlActProcess", "<controlActProcess" + id), Flaw.REFERENCE);
    }

    @Test
    void refusesTheSameIdAsWsuId() {
        String id = " xmlns:wsu=\"urn:wsu\" wsu:Id=\"" + Fictive.VIHF_ID + "\"";

        assertThatThrownBy(() -> Fictive.parse(soap(GENUINE).replace("<soap:Body", "<soap:Body" + id)))
                .isInstanceOf(MessageException.class)
                .hasMessageContaining("same identifier");
    }

    @Test
    void refusesASignatureAboutTheBody() {
        String aboutBody = SIGNATURE.replace("URI=\"#" + Fictive.VIHF_ID, "URI=\"#body");
        String message = soap(STRIPPED.replace("</saml2:Issuer>", "</saml2:Issuer>" + aboutBody))
                .replace("<soap:Body", "<soap:Body Id=\"body\"");

        assertFlaw(message, Flaw.REFERENCE);
    }

    @Test
    void refusesASignatureTakenFromAnotherAssertion() {
        String other = Keys.EDITOR
                .signer()
                .sign(Fictive.vihf(Fictive.VIHF_ID, "CN=x", LpsIdentity.NONE))
                .xml();
        String taken = other.substring(
                other.indexOf("<ds:Signature"), other.indexOf("</ds:Signature>") + "</ds:Signature>".length());

        assertFlaw(soap(GENUINE.replace(SIGNATURE, taken)), Flaw.DIGEST);
    }

    private static void assertReference(String assertion) {
        String message = soap(assertion);
        assertThat(Fictive.parse(message).assertion(Kind.VIHF).orElseThrow().nameId())
                .contains("899900000099");
        assertThat(Fictive.parse(message).strayAssertions()).isEqualTo(1);
        assertFlaw(message, Flaw.REFERENCE);
    }

    private static void assertFlaw(String message, Flaw expected) {
        assertThat(Fictive.verify(message))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.flaw()).as(invalid.reason()).isEqualTo(expected));
    }

    private static void assertNoneIsTheOne(BusinessRequest request) {
        assertThat(request.assertions(Kind.VIHF)).hasSize(2);
        assertThat(request.assertion(Kind.VIHF)).isEmpty();
    }
}
