package fr.accroche.messages;

import static fr.accroche.messages.SignedSample.with;

import fr.accroche.messages.WrappingAttacks.Attack;
import java.util.LinkedHashMap;
import java.util.Map;

/** The genuine assertion is kept where its signature still finds it, and another is put where it is read. */
final class CopyAttacks {
    private static final String SECURITY = "<wsse:Security xmlns:wsse=\"" + Namespaces.SECURITY + "\"";

    private CopyAttacks() {}

    static Map<String, Attack> all() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.putAll(numbered());
        all.putAll(ofMcIntosh());
        all.putAll(inTheAssertion());
        all.putAll(inTheSignature());
        all.putAll(inTheMessage());
        return all;
    }

    private static Map<String, Attack> numbered() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("xsw1", s -> s.soap(s.evil(s.signature(SECURITY + ">" + s.stripped() + "</wsse:Security>"))));
        all.put("xsw2", s -> s.soap(s.evil(SECURITY + ">" + s.stripped() + "</wsse:Security>" + s.signature())));
        all.put("xsw3", s -> s.soap(s.evil("") + s.genuine()));
        all.put("xsw4", s -> s.soap(s.evil("").replace("</saml2:Assertion>", s.genuine() + "</saml2:Assertion>")));
        all.put("xsw5", s -> s.soap(s.evil(s.signature()) + s.stripped()));
        all.put(
                "xsw5-end",
                s -> s.soap(s.evil(s.signature())).replace("</soap:Envelope>", s.stripped() + "</soap:Envelope>"));
        all.put("xsw6", s -> s.soap(s.evil(s.signature(s.stripped()))));
        all.put(
                "xsw7",
                s -> s.soap(s.genuine(), "<x:Extensions xmlns:x=\"urn:x\">" + s.evilTwin("") + "</x:Extensions>"));
        all.put(
                "xsw7-other-id",
                s -> s.soap(s.genuine(), "<x:Extensions xmlns:x=\"urn:x\">" + s.evil("") + "</x:Extensions>"));
        all.put("xsw8", s -> s.soap(s.evil(s.signature("<ds:Object>" + s.stripped() + "</ds:Object>"))));
        return all;
    }

    private static Map<String, Attack> ofMcIntosh() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("simple-ancestry", s -> s.soap(s.evil(""), wrapper(s.genuine())));
        all.put("simple-ancestry-signature", s -> s.soap(s.evil(s.signature()), wrapper(s.stripped())));
        all.put("optional-element", s -> s.soap("", wrapper(s.genuine())));
        all.put(
                "sibling-value",
                s -> s.soap(
                        s.evil(""),
                        SECURITY + " xmlns:s=\"" + Namespaces.SOAP12
                                + "\" s:role=\"http://www.w3.org/2003/05/soap-envelope/role/none\">" + s.genuine()
                                + "</wsse:Security>"));
        all.put("sibling-order", s -> s.soap(s.genuine() + s.evil("")));
        return all;
    }

    private static Map<String, Attack> inTheAssertion() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("advice-copy", s -> s.soap(with(s.evil(s.signature()), advice(s.stripped()))));
        all.put("advice-genuine", s -> s.soap(with(s.evil(s.signature()), advice(s.genuine()))));
        all.put("advice-unsigned", s -> s.soap(with(s.evil(""), advice(s.genuine()))));
        all.put(
                "subject-confirmation-data",
                s -> s.soap(s.evil(s.signature())
                        .replace(
                                "</saml2:Subject>",
                                "<saml2:SubjectConfirmation><saml2:SubjectConfirmationData>"
                                        + s.stripped() + "</saml2:SubjectConfirmationData></saml2:SubjectConfirmation>"
                                        + "</saml2:Subject>")));
        all.put(
                "evidence",
                s -> s.soap(with(
                        s.evil(s.signature()),
                        "<saml2:AuthzDecisionStatement><saml2:Evidence>" + s.stripped()
                                + "</saml2:Evidence></saml2:AuthzDecisionStatement>")));
        all.put(
                "attribute-value",
                s -> s.soap(s.evil(s.signature())
                        .replace(
                                "</saml2:AttributeStatement>",
                                "<saml2:Attribute Name=\"x\"><saml2:AttributeValue>" + s.stripped()
                                        + "</saml2:AttributeValue></saml2:Attribute></saml2:AttributeStatement>")));
        all.put("inside-genuine", s -> s.soap(with(s.genuine(), advice(s.evil("")))));
        return all;
    }

    private static Map<String, Attack> inTheSignature() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("object-detached", s -> s.soap(s.evil(""), s.signature("<ds:Object>" + s.stripped() + "</ds:Object>")));
        all.put(
                "key-info",
                s -> s.soap(s.evil(s.signature().replace("</ds:KeyInfo>", s.stripped() + "</ds:KeyInfo>"))));
        all.put(
                "key-name",
                s -> s.soap(s.evil(s.signature()
                        .replace("</ds:KeyInfo>", "<ds:KeyName>" + s.stripped() + "</ds:KeyName></ds:KeyInfo>"))));
        all.put(
                "signature-value",
                s -> s.soap(
                        s.evil(s.signature().replace("</ds:SignatureValue>", s.stripped() + "</ds:SignatureValue>"))));
        all.put(
                "evil-in-signature-value",
                s -> s.soap(s.genuine().replace("</ds:SignatureValue>", s.evil("") + "</ds:SignatureValue>")));
        all.put(
                "evil-in-object",
                s -> s.soap(s.genuine()
                        .replace("</ds:Signature>", "<ds:Object>" + s.evil("") + "</ds:Object></ds:Signature>")));
        all.put(
                "evil-in-key-value",
                s -> s.soap(s.genuine()
                        .replace("</ds:KeyInfo>", "<ds:KeyValue>" + s.evil("") + "</ds:KeyValue></ds:KeyInfo>")));
        all.put("evil-in-x509-data", s -> s.soap(s.genuine().replace("</ds:X509Data>", s.evil("") + "</ds:X509Data>")));
        return all;
    }

    private static Map<String, Attack> inTheMessage() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("body-copy", s -> s.soapAndBody(s.evil(s.signature()), s.stripped()));
        all.put("body-evil", s -> s.soapAndBody(s.genuine(), s.evil("")));
        all.put("beside-security", s -> s.soap(s.evil(s.signature()), s.stripped()));
        all.put("out-of-security", s -> s.soap("", s.genuine()));
        all.put("second-security", s -> s.soap(s.genuine(), SECURITY + ">" + s.evil("") + "</wsse:Security>"));
        all.put(
                "second-header",
                s -> s.soap(s.evil(""))
                        .replace("<soap:Body", "<soap:Header>" + s.genuine() + "</soap:Header><soap:Body"));
        all.put(
                "second-body",
                s -> s.soap().replace("<soap:Body", "<soap:Body>" + s.evil("") + "</soap:Body><soap:Body"));
        all.put(
                "encrypted-assertion",
                s -> s.soap(
                        "<saml2:EncryptedAssertion xmlns:saml2=\"" + Namespaces.SAML2
                                + "\"><e:EncryptedData xmlns:e=\"http://www.w3.org/2001/04/xmlenc#\"/></saml2:EncryptedAssertion>"));
        all.put(
                "encrypted-beside",
                s -> s.soap(s.genuine() + "<saml2:EncryptedAssertion xmlns:saml2=\""
                        + Namespaces.SAML2 + "\"><e:EncryptedData xmlns:e=\"http://www.w3.org/2001/04/xmlenc#\"/>"
                        + "</saml2:EncryptedAssertion>"));
        all.put("comment", s -> s.soap(s.evil(s.signature()), "<!--" + s.stripped() + "-->"));
        all.put(
                "cdata",
                s -> s.soap(s.evil(s.signature()), "<x:w xmlns:x=\"urn:x\"><![CDATA[" + s.stripped() + "]]></x:w>"));
        all.put("security-other-namespace", s -> s.soap(s.genuine()).replace(Namespaces.SECURITY, "urn:x:security"));
        all.put("signature-beside", s -> s.soap(s.evil("") + s.signature()));
        all.put("replayed-signature", s -> s.soap(s.evilTwin(s.signature())));
        return all;
    }

    private static String wrapper(String inside) {
        return "<x:Wrapper xmlns:x=\"urn:x\">" + inside + "</x:Wrapper>";
    }

    private static String advice(String inside) {
        return "<saml2:Advice>" + inside + "</saml2:Advice>";
    }
}
