package fr.accroche.messages;

import static fr.accroche.messages.SignatureText.replace;
import static fr.accroche.messages.SignatureText.uri;

import fr.accroche.messages.WrappingAttacks.Attack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The signature is about something else, and its value is right. */
final class ReferenceAttacks {
    private ReferenceAttacks() {}

    static Map<String, Attack> all() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.putAll(addresses());
        all.putAll(number());
        all.putAll(objects());
        return all;
    }

    private static Map<String, Attack> addresses() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("uri-empty", s -> {
            ForeignSigner signer = s.signer();
            signer.references = List.of("");
            return s.soap(signer.assertion());
        });
        all.put("uri-absent", s -> about(s, ""));
        all.put("uri-http", s -> about(s, " URI=\"http://simulateur.test/assertion.xml\""));
        all.put("uri-file", s -> about(s, " URI=\"file:///etc/passwd\""));
        all.put("uri-cid", s -> about(s, " URI=\"cid:root@accroche.invalid\""));
        all.put("uri-xpointer-id", s -> {
            ForeignSigner signer = s.signer();
            signer.references = List.of("#xpointer(id('" + s.id() + "'))");
            return s.soap(signer.assertion());
        });
        all.put("uri-xpointer-root", s -> {
            ForeignSigner signer = s.signer();
            signer.references = List.of("#xpointer(/)");
            return s.soap(signer.assertion());
        });
        all.put("uri-xpointer-path", s -> about(s, " URI=\"#xpointer(//*[@ID='" + s.id() + "'])\""));
        all.put("uri-without-hash", s -> about(s, " URI=\"" + s.id() + "\""));
        all.put("uri-escaped", s -> about(s, " URI=\"#%5F" + s.id().substring(1) + "\""));
        all.put("uri-spaced", s -> about(s, " URI=\"# " + s.id() + "\""));
        all.put("uri-of-body", s -> about(s, " URI=\"#body\"").replace("<soap:Body", "<soap:Body Id=\"body\""));
        all.put(
                "uri-of-subject",
                s -> about(s, " URI=\"#sub\"").replace("<saml2:Subject", "<saml2:Subject ID=\"sub\""));
        return all;
    }

    private static Map<String, Attack> number() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("two-references", s -> {
            ForeignSigner signer = s.signer();
            signer.references = List.of("#" + s.id(), "#" + s.id());
            return s.soap(signer.assertion());
        });
        all.put(
                "two-references-first-evil",
                s -> signed(s.soap(s.evil(twoReferences(s, s.id())))
                        .replace("</soap:Header>", s.stripped() + "</soap:Header>")));
        all.put("no-reference", s -> signed(s.soap(replace(s.genuine(), "Reference", ""))));
        all.put(
                "reference-in-object",
                s -> signed(s.soap(replace(s.genuine(), "Reference", "")
                        .replace(
                                "</ds:Signature>",
                                "<ds:Object>" + SignatureText.element(s.signature(), "Reference")
                                        + "</ds:Object></ds:Signature>"))));
        return all;
    }

    private static Map<String, Attack> objects() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put(
                "reference-to-object",
                s -> signed(s.soap(uri(
                        s.evil(s.signature("<ds:Object Id=\"o\">" + s.stripped() + "</ds:Object>")), " URI=\"#o\""))));
        all.put(
                "reference-to-manifest",
                s -> signed(s.soap(uri(
                        s.evil(s.signature("<ds:Object><ds:Manifest Id=\"m\">"
                                + SignatureText.element(s.signature(), "Reference") + "</ds:Manifest></ds:Object>")),
                        " Type=\"" + Namespaces.XMLDSIG + "Manifest\" URI=\"#m\""))));
        all.put(
                "manifest-type",
                s -> signed(s.soap(s.evilTwin(
                        s.signature().replace(" URI=\"#", " Type=\"" + Namespaces.XMLDSIG + "Manifest\" URI=\"#")))));
        all.put(
                "enveloping-signature",
                s -> signed(
                        s.soap(uri(s.signature("<ds:Object Id=\"o\">" + s.evil("") + "</ds:Object>"), " URI=\"#o\""))));
        all.put("object-empty", s -> {
            ForeignSigner signer = s.signer();
            signer.emptyObject = true;
            return s.soap(signer.assertion());
        });
        all.put(
                "signature-properties",
                s -> s.soap(s.evil(s.signature("<ds:Object><ds:SignatureProperties>"
                        + "<ds:SignatureProperty Target=\"#x\">" + s.stripped()
                        + "</ds:SignatureProperty></ds:SignatureProperties></ds:Object>"))));
        return all;
    }

    private static String twoReferences(SignedSample s, String id) {
        String reference = SignatureText.element(s.signature(), "Reference");
        String evil = uri(reference, " URI=\"#" + SignedSample.EVIL_ID + "\"");
        return s.signature().replace(reference, evil + uri(reference, " URI=\"#" + id + "\""));
    }

    private static String about(SignedSample s, String attribute) throws Exception {
        return signed(s.soap(uri(s.genuine(), attribute).replace(SignedSample.PERSON, SignedSample.EVIL_PERSON)));
    }

    private static String signed(String message) throws Exception {
        return SignedInfoForger.sign(message, Keys.EDITOR);
    }
}
