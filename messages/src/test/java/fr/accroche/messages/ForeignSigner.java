package fr.accroche.messages;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.DigestMethodParameterSpec;
import javax.xml.crypto.dsig.spec.SignatureMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signs a VIHF in any manner that the JDK knows, right or wrong: another program than ours. */
final class ForeignSigner {
    static final String RSA_SHA256 = SignatureMethod.RSA_SHA256;
    static final String EXCLUSIVE = CanonicalizationMethod.EXCLUSIVE;

    private final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    String signatureMethod = RSA_SHA256;
    String digest = DigestMethod.SHA256;
    String canonicalization = EXCLUSIVE;
    C14NMethodParameterSpec canonicalizationParameter;
    List<String> transforms = List.of(Transform.ENVELOPED, EXCLUSIVE);
    List<String> references;
    Key key = Keys.EDITOR.key();
    KeyInfo keyInfo = x509(Keys.EDITOR);
    boolean last;
    boolean emptyObject;
    private final String unsigned;

    /** Signs the VIHF that {@link Fictive#vihf()} is. */
    ForeignSigner() {
        this(VihfSigner.unsigned(Fictive.vihf()).xml(), Fictive.VIHF_ID);
    }

    ForeignSigner(String unsigned, String id) {
        this.unsigned = unsigned;
        this.references = List.of("#" + id);
    }

    /** The VIHF in a DMP request. */
    String message() throws Exception {
        return Fictive.text(Fictive.dmp(new SamlAssertion(assertion())).toBytes());
    }

    /** The assertion, signed. */
    String assertion() {
        try {
            return signed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed() throws Exception {
        Document document = SafeXml.parse(unsigned.getBytes(StandardCharsets.UTF_8));
        Element assertion = document.getDocumentElement();
        assertion.setIdAttributeNS(null, "ID", true);
        DOMSignContext context = last
                ? new DOMSignContext(key, assertion)
                : new DOMSignContext(key, assertion, Dom.children(assertion).get(1));
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        context.setDefaultNamespacePrefix("ds");
        List<XMLObject> objects = emptyObject ? List.of(factory.newXMLObject(List.of(), null, null, null)) : List.of();
        factory.newXMLSignature(signedInfo(), keyInfo, objects, null, null).sign(context);
        return text(document);
    }

    KeyInfo x509(Keys keys) {
        return x509(keys.certificate());
    }

    KeyInfo x509(X509Certificate... certificates) {
        KeyInfoFactory parts = factory.getKeyInfoFactory();
        return parts.newKeyInfo(List.of(parts.newX509Data(List.of(certificates))));
    }

    private SignedInfo signedInfo() throws Exception {
        List<Transform> steps = transforms.stream().map(this::transform).toList();
        List<Reference> about = Stream.of(references.toArray(String[]::new))
                .map(uri -> factory.newReference(uri, digestMethod(), steps, null, null))
                .toList();
        return factory.newSignedInfo(
                factory.newCanonicalizationMethod(canonicalization, canonicalizationParameter),
                factory.newSignatureMethod(signatureMethod, (SignatureMethodParameterSpec) null),
                about);
    }

    private Transform transform(String algorithm) {
        try {
            return factory.newTransform(algorithm, (TransformParameterSpec) null);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private DigestMethod digestMethod() {
        try {
            return factory.newDigestMethod(digest, (DigestMethodParameterSpec) null);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(Document document) throws Exception {
        Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }
}
