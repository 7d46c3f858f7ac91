package fr.accroche.messages;

import fr.accroche.messages.SignatureResult.Flaw;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.Reference;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.impl.AssertionUnmarshaller;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.signature.impl.SignatureImpl;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.w3c.dom.Element;

/** Lets OpenSAML judge a signature whose shape {@link SignatureShape} has let through. */
final class SignatureCryptography {
    private SignatureCryptography() {}

    static void require(Element element, X509Certificate signer) throws FlawException {
        OpenSamlRegistry.ready();
        try {
            SignatureImpl signature = signature(element);
            requireProfile(signature);
            requireDigest(signature);
            requireValue(signature, signer);
        } catch (RuntimeException e) {
            // The libraries throw unchecked exceptions at malformed dates and numbers, with texts for their own
            // developers.
            throw new FlawException(
                    Flaw.SHAPE,
                    "la signature est illisible : une date ou un nombre est mal formé",
                    "the signature cannot be read: a date or a number is malformed");
        }
    }

    private static void requireProfile(SignatureImpl signature) throws FlawException {
        try {
            new SAMLSignatureProfileValidator().validate(signature);
        } catch (SignatureException e) {
            throw new FlawException(
                    Flaw.SHAPE,
                    "ce n'est pas la signature d'une assertion SAML : %s",
                    "not the signature of a SAML assertion: %s",
                    e.getMessage());
        }
    }

    private static void requireValue(SignatureImpl signature, X509Certificate signer) throws FlawException {
        try {
            SignatureValidator.validate(signature, new BasicX509Credential(signer));
        } catch (SignatureException e) {
            throw new FlawException(
                    Flaw.VALUE,
                    "la signature n'a pas été faite avec la clé du certificat qu'elle apporte",
                    "the signature was not made with the key of the certificate that it brings along");
        } catch (RuntimeException noValue) {
            // Santuario's array indexes at an ECDSA value of zeros (CVE-2022-21449), its base64 decoder at what is
            // none.
            throw new FlawException(
                    Flaw.VALUE,
                    "la SignatureValue n'est celle d'aucune clé en %s",
                    "the SignatureValue is none that %s makes with any key",
                    signature.getSignatureAlgorithm());
        }
    }

    private static SignatureImpl signature(Element element) throws FlawException {
        try {
            Assertion assertion = (Assertion) new AssertionUnmarshaller().unmarshall(element);
            return (SignatureImpl) assertion.getSignature();
        } catch (UnmarshallingException e) {
            throw new FlawException(
                    Flaw.SHAPE,
                    "ce n'est pas une assertion SAML 2.0 : %s",
                    "not a SAML 2.0 assertion: %s",
                    e.getMessage());
        }
    }

    /** Asked first and apart: "changed on the way" and "signed by another key" have different remedies. */
    private static void requireDigest(SignatureImpl signature) throws FlawException {
        try {
            Reference reference = signature.getXMLSignature().getSignedInfo().item(0);
            MessageDigest digest = MessageDigest.getInstance(
                    reference.getMessageDigestAlgorithm().getJCEAlgorithmString());
            byte[] observed =
                    digest.digest(reference.getContentsAfterTransformation().getBytes());
            if (!MessageDigest.isEqual(observed, expected(reference))) {
                throw new FlawException(
                        Flaw.DIGEST,
                        "l'assertion a changé depuis sa signature : son empreinte est autre",
                        "the assertion was changed after it was signed: its digest is another");
            }
        } catch (XMLSecurityException | IOException | NoSuchAlgorithmException e) {
            throw new FlawException(
                    Flaw.SHAPE, "la signature est illisible : %s", "the signature cannot be read: %s", e.getMessage());
        }
    }

    private static byte[] expected(Reference reference) throws XMLSecurityException, FlawException {
        try {
            return reference.getDigestValue();
        } catch (IllegalArgumentException noBase64) {
            throw new FlawException(Flaw.SHAPE, "la DigestValue n'est pas du base64", "the DigestValue is no base64");
        }
    }
}
