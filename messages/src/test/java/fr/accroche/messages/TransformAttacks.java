package fr.accroche.messages;

import static fr.accroche.messages.SignatureText.method;
import static fr.accroche.messages.SignatureText.replace;

import fr.accroche.messages.WrappingAttacks.Attack;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is digested is made less, or other, than what is read; SignatureValue is right each time. */
final class TransformAttacks {
    private static final String ENVELOPED = method("Transform", Namespaces.XMLDSIG + "enveloped-signature");
    private static final String EXCLUSIVE = method("Transform", Namespaces.EXCLUSIVE_C14N);
    private static final String XSLT_CALLS = "<x:stylesheet xmlns:x=\"http://www.w3.org/1999/XSL/Transform\""
            + " xmlns:rt=\"http://xml.apache.org/xalan/java/java.lang.Runtime\" version=\"1.0\">"
            + "<x:template match=\"/\"><x:value-of select=\"rt:getRuntime()\"/></x:template></x:stylesheet>";

    private TransformAttacks() {}

    static Map<String, Attack> all() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.putAll(algorithms());
        all.putAll(lists());
        all.putAll(canonicalizations());
        return all;
    }

    private static Map<String, Attack> algorithms() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put(
                "xslt",
                s -> transforms(s, ENVELOPED + with("http://www.w3.org/TR/1999/REC-xslt-19991116", XSLT_CALLS)));
        all.put(
                "xpath",
                s -> transforms(
                        s,
                        ENVELOPED
                                + with(
                                        "http://www.w3.org/TR/1999/REC-xpath-19991116",
                                        "<ds:XPath>not(self::saml2:Subject)</ds:XPath>")));
        all.put(
                "xpath-filter",
                s -> transforms(
                        s,
                        ENVELOPED
                                + with(
                                        "http://www.w3.org/2002/06/xmldsig-filter2",
                                        "<f:XPath xmlns:f=\"http://www.w3.org/2002/06/xmldsig-filter2\" Filter=\"subtract\">//x</f:XPath>")));
        all.put(
                "xpath-in-c14n",
                s -> transforms(s, ENVELOPED + with(Namespaces.EXCLUSIVE_C14N, "<ds:XPath>false()</ds:XPath>")));
        all.put("base64", s -> transforms(s, ENVELOPED + method("Transform", Namespaces.XMLDSIG + "base64")));
        all.put(
                "decryption",
                s -> transforms(s, ENVELOPED + method("Transform", "http://www.w3.org/2002/07/decrypt#XML")));
        all.put(
                "str-transform",
                s -> transforms(
                        s,
                        ENVELOPED
                                + method(
                                        "Transform",
                                        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform")));
        all.put(
                "c14n-with-comments",
                s -> transforms(s, ENVELOPED + method("Transform", Namespaces.EXCLUSIVE_C14N + "WithComments")));
        return all;
    }

    private static Map<String, Attack> lists() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("no-transforms", s -> signed(replace(s.genuine(), "Transforms", ""), s));
        all.put("enveloped-alone", s -> transforms(s, ENVELOPED));
        all.put("c14n-alone", s -> transforms(s, EXCLUSIVE));
        all.put("enveloped-last", s -> transforms(s, EXCLUSIVE + ENVELOPED));
        all.put("enveloped-twice", s -> transforms(s, ENVELOPED + ENVELOPED));
        all.put("third-transform", s -> transforms(s, ENVELOPED + EXCLUSIVE + EXCLUSIVE));
        all.put("thousand-transforms", s -> transforms(s, ENVELOPED + EXCLUSIVE.repeat(1_000)));
        all.put(
                "transforms-twice",
                s -> signed(
                        replace(
                                s.genuine(),
                                "Transforms",
                                "<ds:Transforms>" + ENVELOPED + EXCLUSIVE + "</ds:Transforms><ds:Transforms>"
                                        + ENVELOPED + EXCLUSIVE + "</ds:Transforms>"),
                        s));
        return all;
    }

    private static Map<String, Attack> canonicalizations() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("signed-info-with-comments", s -> canonicalization(s, Namespaces.EXCLUSIVE_C14N + "WithComments"));
        all.put("signed-info-unknown-c14n", s -> canonicalization(s, "urn:x:empty"));
        all.put("signed-info-xslt", s -> canonicalization(s, "http://www.w3.org/TR/1999/REC-xslt-19991116"));
        all.put(
                "prefix-list-twice",
                s -> transforms(s, ENVELOPED + with(Namespaces.EXCLUSIVE_C14N, prefixes("xs") + prefixes("xs"))));
        all.put("prefix-list-long", s -> transforms(s, ENVELOPED + with(Namespaces.EXCLUSIVE_C14N, manyPrefixes())));
        all.put("void-canonicalization", s -> voidCanonicalization(s));
        return all;
    }

    /** The signer once signed nothing at all; a document whose canonical form fails is to pass for it. */
    private static String voidCanonicalization(SignedSample s) throws Exception {
        String empty = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        String signature = replace(s.signature(), "DigestValue", "<ds:DigestValue>" + empty + "</ds:DigestValue>");
        String evil = s.evilTwin(signature).replace("<saml2:Subject>", "<saml2:Subject xmlns:r=\"1\" r:x=\"\">");
        return SignedInfoForger.sign(s.soap(evil), Keys.EDITOR);
    }

    private static String manyPrefixes() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; names.length() < 60_000; i++) {
            names.append(Integer.toString(i + 1_000, 36).replaceAll("^", "p")).append(' ');
        }
        return prefixes(names.toString().strip());
    }

    private static String prefixes(String names) {
        return "<e:InclusiveNamespaces xmlns:e=\"" + Namespaces.EXCLUSIVE_C14N + "\" PrefixList=\"" + names + "\"/>";
    }

    private static String canonicalization(SignedSample s, String algorithm) {
        return s.soap(replace(s.genuine(), "CanonicalizationMethod", method("CanonicalizationMethod", algorithm)));
    }

    private static String with(String algorithm, String parameter) {
        return "<ds:Transform Algorithm=\"" + algorithm + "\">" + parameter + "</ds:Transform>";
    }

    private static String transforms(SignedSample s, String transforms) throws Exception {
        return signed(replace(s.genuine(), "Transforms", "<ds:Transforms>" + transforms + "</ds:Transforms>"), s);
    }

    private static String signed(String assertion, SignedSample s) throws Exception {
        return SignedInfoForger.sign(
                s.soap(assertion.replace(SignedSample.PERSON, SignedSample.EVIL_PERSON)), Keys.EDITOR);
    }
}
