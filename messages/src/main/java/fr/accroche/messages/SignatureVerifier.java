package fr.accroche.messages;

import fr.accroche.messages.SignatureResult.Absent;
import fr.accroche.messages.SignatureResult.Flaw;
import fr.accroche.messages.SignatureResult.Valid;
import java.security.cert.X509Certificate;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Says whether an assertion was signed, whole, as it was read (XML-DSig, SAML core §5.4). What is verified is the very
 * element that was read, so that a signed copy elsewhere in the message proves nothing. Safe for use by several
 * threads, but for one assertion at a time.
 */
public final class SignatureVerifier {
    private final boolean acceptSha1;

    private SignatureVerifier(boolean acceptSha1) {
        this.acceptSha1 = acceptSha1;
    }

    /** Accepts rsa-sha256 and ecdsa-sha256. */
    public static SignatureVerifier strict() {
        return new SignatureVerifier(false);
    }

    /** Accepts rsa-sha1 too, which software of before 2020 uses; the result says so. */
    public static SignatureVerifier acceptingSha1() {
        return new SignatureVerifier(true);
    }

    /** Never throws for what the message holds: a flaw is a result. */
    public SignatureResult verify(ParsedAssertion assertion) {
        Element element = assertion.source().element();
        List<Element> signatures = Dom.children(element, Namespaces.XMLDSIG, "Signature");
        if (signatures.isEmpty()) {
            return new Absent();
        }
        try {
            if (signatures.size() > 1) {
                throw new FlawException(
                        Flaw.SHAPE,
                        "l'assertion a %d signatures",
                        "the assertion has %d signatures",
                        signatures.size());
            }
            SignatureShape shape = SignatureShape.of(element, signatures.get(0), acceptSha1);
            List<X509Certificate> chain = KeyInfoReader.chain(shape.keyInfo());
            SignatureCryptography.require(element, chain.get(0));
            return new Valid(chain, shape.signatureMethod(), shape.sha1());
        } catch (FlawException e) {
            return e.invalid();
        }
    }
}
