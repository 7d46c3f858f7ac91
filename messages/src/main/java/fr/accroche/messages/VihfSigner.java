package fr.accroche.messages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.xml.security.utils.XMLUtils;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.impl.AssertionMarshaller;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.signature.KeyInfo;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.X509Data;
import org.opensaml.xmlsec.signature.impl.KeyInfoBuilder;
import org.opensaml.xmlsec.signature.impl.SignatureBuilder;
import org.opensaml.xmlsec.signature.impl.X509CertificateBuilder;
import org.opensaml.xmlsec.signature.impl.X509DataBuilder;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.Signer;
import org.w3c.dom.Element;

/**
 * Builds a VIHF and seals it as the DMP wants: enveloped signature right after the Issuer, exclusive C14N, SHA-256, the
 * certificate in KeyInfo (SAML core §5.4). Safe for use by several threads.
 */
public final class VihfSigner {
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final String algorithm;

    /**
     * @param key RSA or EC
     * @param certificate of that key; the DMP wants one made for signing
     * @throws IllegalArgumentException if the key is of another kind
     */
    public VihfSigner(PrivateKey key, X509Certificate certificate) {
        this.key = Objects.requireNonNull(key, "key");
        this.certificate = Objects.requireNonNull(certificate, "certificate");
        this.algorithm = algorithm(key.getAlgorithm());
    }

    private static String algorithm(String keyAlgorithm) {
        return switch (keyAlgorithm) {
            case "RSA" -> SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256;
            case "EC" -> SignatureConstants.ALGO_ID_SIGNATURE_ECDSA_SHA256;
            default ->
                throw new IllegalArgumentException("a VIHF is signed with an RSA or EC key, not " + keyAlgorithm);
        };
    }

    /** The Issuer that a VIHF signed by this one must have. */
    public String issuer() {
        return certificate.getSubjectX500Principal().getName();
    }

    /**
     * Builds and signs.
     *
     * @throws IllegalArgumentException if a text of the VIHF cannot be written in XML
     */
    public SamlAssertion sign(Vihf vihf) {
        OpenSamlRegistry.ready();
        Assertion assertion = VihfObjects.of(vihf);
        Signature signature = signature();
        assertion.setSignature(signature);
        Element tree = marshal(assertion);
        try {
            Signer.signObject(signature);
        } catch (SignatureException e) {
            throw new IllegalStateException("the VIHF cannot be signed: " + e.getMessage(), e);
        }
        return text(tree);
    }

    /** Builds a VIHF without a signature, which is legal in no profile that asks for one. */
    public static SamlAssertion unsigned(Vihf vihf) {
        OpenSamlRegistry.ready();
        return text(marshal(VihfObjects.of(vihf)));
    }

    private Signature signature() {
        Signature signature = new SignatureBuilder().buildObject();
        signature.setSigningCredential(new BasicX509Credential(certificate, key));
        signature.setSignatureAlgorithm(algorithm);
        signature.setCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
        signature.setKeyInfo(keyInfo());
        return signature;
    }

    private KeyInfo keyInfo() {
        org.opensaml.xmlsec.signature.X509Certificate value = new X509CertificateBuilder().buildObject();
        try {
            value.setValue(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("the certificate cannot be encoded", e);
        }
        X509Data data = new X509DataBuilder().buildObject();
        data.getX509Certificates().add(value);
        KeyInfo keyInfo = new KeyInfoBuilder().buildObject();
        keyInfo.getX509Datas().add(data);
        return keyInfo;
    }

    private static Element marshal(Assertion assertion) {
        try {
            return new AssertionMarshaller()
                    .marshall(
                            assertion,
                            DocumentBuilderFactory.newDefaultNSInstance()
                                    .newDocumentBuilder()
                                    .newDocument());
        } catch (MarshallingException | ParserConfigurationException e) {
            throw new IllegalStateException("the VIHF cannot be written", e);
        }
    }

    /** Inclusive C14N: every namespace stays declared inside the assertion, which can then be put anywhere. */
    private static SamlAssertion text(Element tree) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLUtils.outputDOM(tree, out);
        return new SamlAssertion(out.toString(StandardCharsets.UTF_8));
    }
}
