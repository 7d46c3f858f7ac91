package fr.accroche.messages;

import fr.accroche.messages.ParsedAssertion.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A signed assertion, taken to pieces for those who attack it, and the request that it goes in.
 *
 * @param kind of the assertion
 * @param id its ID
 * @param unsigned before it was signed
 * @param genuine as it was signed by {@link Keys#EDITOR}
 * @param request around what stands in wsse:Security
 */
record SignedSample(Kind kind, String id, String unsigned, String genuine, Function<String, String> request) {
    static final String EVIL_ID = "_e0000000-0000-4000-8000-000000000066";
    static final String PERSON = "899900000011";
    static final String EVIL_PERSON = "899900000099";
    static final String STATEMENT = "<saml2:AttributeStatement";

    static SignedSample vihf() {
        return new SignedSample(
                Kind.VIHF,
                Fictive.VIHF_ID,
                VihfSigner.unsigned(Fictive.vihf()).xml(),
                Keys.EDITOR.signer().sign(Fictive.vihf()).xml(),
                security ->
                        Fictive.text(Fictive.dmp(new SamlAssertion(security)).toBytes()));
    }

    /** In PSC mode it need not be signed; where it is, nobody may have touched it. */
    static SignedSample assertionPs() {
        AssertionPs made = Fictive.assertionPs();
        String unsigned = made.toAssertion().xml();
        return new SignedSample(
                Kind.ASSERTION_PS,
                made.id(),
                unsigned,
                new ForeignSigner(unsigned, made.id()).assertion(),
                security -> Fictive.text(new InsiRequest(
                                "uuid:1",
                                Fictive.contexteLps(Fictive.tlsiLps()),
                                Fictive.contexteBam(),
                                Optional.of(new SamlAssertion(security)),
                                Traits.of("DEMO", "Camille", "F", "1990-01-01"))
                        .toBytes()));
    }

    static List<SignedSample> all() {
        return List.of(vihf(), assertionPs());
    }

    /** For a signature that the signer would have to make. */
    ForeignSigner signer() {
        return new ForeignSigner(unsigned, id);
    }

    String signature() {
        String end = "</ds:Signature>";
        return genuine.substring(genuine.indexOf("<ds:Signature"), genuine.indexOf(end) + end.length());
    }

    /** The signature with one more thing at its end. */
    String signature(String more) {
        return signature().replace("</ds:Signature>", more + "</ds:Signature>");
    }

    String stripped() {
        return genuine.replace(signature(), "");
    }

    /** Another person, under another ID, with whatever signature. */
    String evil(String signature) {
        return evilTwin("").replace(id, EVIL_ID).replace("</saml2:Issuer>", "</saml2:Issuer>" + signature);
    }

    /** Another person, under the same ID. */
    String evilTwin(String signature) {
        return stripped().replace(PERSON, EVIL_PERSON).replace("</saml2:Issuer>", "</saml2:Issuer>" + signature);
    }

    /** The assertion with something before its attributes. */
    static String with(String assertion, String more) {
        int at = assertion.lastIndexOf(STATEMENT);
        return assertion.substring(0, at) + more + assertion.substring(at);
    }

    /** A request with this in wsse:Security. */
    String soap(String inSecurity) {
        return request.apply(inSecurity);
    }

    /** The genuine request. */
    String soap() {
        return soap(genuine);
    }

    /** A request with this at the end of the header, after wsse:Security. */
    String soap(String inSecurity, String header) {
        return soap(inSecurity).replace("</soap:Header>", header + "</soap:Header>");
    }

    /** A request with this inside the element of the Body. */
    String soapAndBody(String inSecurity, String inBody) {
        return soap(inSecurity).replaceFirst("(<soap:Body>\\s*<[^>]*>)", "$1" + inBody.replace("$", "\\$"));
    }
}
