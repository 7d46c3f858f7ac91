package fr.accroche.teleservice;

import fr.accroche.messages.SamlAssertion;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Signs an Assertion PS as software of cards does, with the JDK. */
final class SignedPs {

    private static final String SUBJECT =
            TestCertificates.SIGNER.certificate().getSubjectX500Principal().getName();

    private SignedPs() {}

    /** Rightly. */
    static SamlAssertion of(Instant issued) throws Exception {
        return with(issued, "");
    }

    /** Rightly, but for what the name of this variant says. */
    static SamlAssertion with(Instant issued, String variant) throws Exception {
        String issuer = variant.equals("ISSUER_IS_NOT_SIGNER") ? "CN=alpha" : SUBJECT;
        String unsigned = Samples.assertionPs(issued, Tokens.PERSON)
                .xml()
                .replace(">CN=alpha<", ">" + issuer.replace("&", "&amp;") + "<");
        DocumentBuilderFactory documents = DocumentBuilderFactory.newDefaultNSInstance();
        Document document = documents.newDocumentBuilder().parse(new InputSource(new StringReader(unsigned)));
        sign(document.getDocumentElement(), variant.equals("SIGNATURE_PLACE"), variant.equals("SIGNED_WITH_SHA1"));
        Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return new SamlAssertion(out.toString());
    }

    private static void sign(Element assertion, boolean last, boolean sha1) throws Exception {
        assertion.setIdAttributeNS(null, "ID", true);
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        List<Transform> transforms = List.of(
                factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null));
        Reference reference = factory.newReference(
                "#" + assertion.getAttribute("ID"),
                factory.newDigestMethod(sha1 ? DigestMethod.SHA1 : DigestMethod.SHA256, null),
                transforms,
                null,
                null);
        SignedInfo signed = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(sha1 ? SignatureMethod.RSA_SHA1 : SignatureMethod.RSA_SHA256, null),
                List.of(reference));
        KeyInfoFactory parts = factory.getKeyInfoFactory();
        KeyInfo keyInfo = parts.newKeyInfo(List.of(parts.newX509Data(List.of(TestCertificates.SIGNER.certificate()))));
        DOMSignContext context = last
                ? new DOMSignContext(TestCertificates.SIGNER.key(), assertion)
                : new DOMSignContext(
                        TestCertificates.SIGNER.key(),
                        assertion,
                        assertion.getElementsByTagNameNS("*", "Subject").item(0));
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        context.setDefaultNamespacePrefix("ds");
        factory.newXMLSignature(signed, keyInfo).sign(context);
    }
}
