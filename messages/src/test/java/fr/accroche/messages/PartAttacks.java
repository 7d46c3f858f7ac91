package fr.accroche.messages;

import static fr.accroche.messages.SignatureText.element;
import static fr.accroche.messages.SignatureText.replace;

import fr.accroche.messages.WrappingAttacks.Attack;
import java.util.LinkedHashMap;
import java.util.Map;

/** Two of a part, or a part where it is not looked for: one is verified and the other believed. */
final class PartAttacks {
    private PartAttacks() {}

    static Map<String, Attack> all() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.putAll(signedInfo());
        all.putAll(digestValue());
        all.putAll(signatures());
        return all;
    }

    private static Map<String, Attack> signedInfo() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("signature-excluded", s -> s.soap(s.evil("")));
        all.put(
                "signed-info-twice",
                s -> s.soap(s.evilTwin(
                        s.signature().replace("<ds:SignatureValue>", forgedInfo(s) + "<ds:SignatureValue>"))));
        all.put(
                "signed-info-twice-forged-first",
                s -> s.soap(s.evilTwin(s.signature().replace("<ds:SignedInfo>", forgedInfo(s) + "<ds:SignedInfo>"))));
        all.put(
                "signed-info-in-object",
                s -> s.soap(s.evilTwin(replace(s.signature(), "SignedInfo", forgedInfo(s))
                        .replace(
                                "</ds:Signature>",
                                "<ds:Object>" + element(s.signature(), "SignedInfo")
                                        + "</ds:Object></ds:Signature>"))));
        all.put("signed-info-absent", s -> s.soap(s.evilTwin(replace(s.signature(), "SignedInfo", ""))));
        all.put(
                "signature-value-twice",
                s -> s.soap(s.evilTwin(s.signature()
                        .replace(
                                "</ds:SignatureValue>",
                                "</ds:SignatureValue><ds:SignatureValue>x</ds:SignatureValue>"))));
        all.put(
                "key-info-twice",
                s -> s.soap(s.evilTwin(
                        s.signature().replace("</ds:KeyInfo>", "</ds:KeyInfo>" + element(s.signature(), "KeyInfo")))));
        return all;
    }

    private static Map<String, Attack> digestValue() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put(
                "digest-value-comment",
                s -> s.soap(s.evilTwin(
                        s.signature().replace("<ds:DigestValue>", "<ds:DigestValue><!--" + digest(s) + "-->"))));
        all.put(
                "digest-value-instruction",
                s -> s.soap(s.evilTwin(
                        s.signature().replace("<ds:DigestValue>", "<ds:DigestValue><?d " + digest(s) + "?>"))));
        all.put(
                "digest-value-cdata",
                s -> s.soap(s.evilTwin(
                        s.signature().replace("<ds:DigestValue>", "<ds:DigestValue><![CDATA[" + digest(s) + "]]>"))));
        all.put(
                "digest-value-element",
                s -> SignedInfoForger.sign(
                        s.soap(s.evilTwin(
                                s.signature().replace("<ds:DigestValue>", "<ds:DigestValue><x>" + digest(s) + "</x>"))),
                        Keys.EDITOR));
        all.put(
                "digest-value-twice",
                s -> s.soap(s.evilTwin(s.signature()
                        .replace(
                                "</ds:DigestValue>",
                                "</ds:DigestValue><ds:DigestValue>" + digest(s) + "</ds:DigestValue>"))));
        all.put(
                "digest-value-elsewhere",
                s -> s.soap(
                        s.evilTwin(s.signature()),
                        "<x:Extensions xmlns:x=\"urn:x\"><ds:DigestValue xmlns:ds=\"" + Namespaces.XMLDSIG + "\">"
                                + digest(s) + "</ds:DigestValue></x:Extensions>"));
        return all;
    }

    private static Map<String, Attack> signatures() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("signature-twice", s -> s.soap(s.evilTwin(s.signature() + s.signature())));
        all.put("signature-in-signature", s -> s.soap(s.evilTwin(s.signature(s.signature()))));
        all.put(
                "signature-in-subject",
                s -> s.soap(s.evilTwin("").replace("</saml2:Subject>", s.signature() + "</saml2:Subject>")));
        all.put(
                "signature-other-namespace",
                s -> s.soap(s.evilTwin(s.signature()
                        .replace(
                                "xmlns:ds=\"" + Namespaces.XMLDSIG + "\"",
                                "xmlns:ds=\"http://www.w3.org/2009/xmldsig11#\""))));
        all.put(
                "part-other-namespace",
                s -> s.soap(s.evilTwin(s.signature()
                        .replace("<ds:SignedInfo>", "<x:SignedInfo xmlns:x=\"urn:x\">")
                        .replace("</ds:SignedInfo>", "</x:SignedInfo>"))));
        all.put(
                "signature-of-another-assertion",
                s -> s.soap(s.evilTwin(
                        new ForeignSigner(s.unsigned().replace("</saml2:Issuer>", "x</saml2:Issuer>"), s.id())
                                .assertion()
                                .replaceFirst("(?s)^.*(<ds:Signature .*</ds:Signature>).*$", "$1"))));
        return all;
    }

    /** The digest that the evil assertion would need. */
    private static String digest(SignedSample s) {
        String forged = new ForeignSigner(s.evilTwin(""), s.id()).assertion();
        String value = element(forged, "DigestValue");
        return value.substring("<ds:DigestValue>".length(), value.length() - "</ds:DigestValue>".length());
    }

    /** The SignedInfo that the evil assertion would need. */
    private static String forgedInfo(SignedSample s) {
        return element(new ForeignSigner(s.evilTwin(""), s.id()).assertion(), "SignedInfo");
    }
}
