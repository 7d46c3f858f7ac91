package fr.accroche.messages;

import static fr.accroche.messages.SignatureText.element;
import static fr.accroche.messages.SignatureText.replace;

import fr.accroche.messages.WrappingAttacks.Attack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;

/** A signature that is right, by a key that is not the signer's. */
final class KeyAttacks {
    private KeyAttacks() {}

    static Map<String, Attack> all() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.putAll(strangers());
        all.putAll(withoutCertificate());
        all.putAll(hostile());
        return all;
    }

    private static Map<String, Attack> strangers() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put(
                "certificate-faked",
                s -> by(s, Keys.OTHER, f -> f.newKeyInfo(List.of(f.newX509Data(List.of(Keys.OTHER.certificate()))))));
        all.put(
                "certificate-same-name",
                s -> by(
                        s,
                        Keys.OTHER,
                        f -> f.newKeyInfo(List.of(f.newX509Data(List.of(Keys.OTHER.issuedBy(
                                Keys.OTHER,
                                Keys.EDITOR
                                        .certificate()
                                        .getSubjectX500Principal()
                                        .getName())))))));
        all.put(
                "certificate-of-the-signer",
                s -> by(s, Keys.OTHER, f -> f.newKeyInfo(List.of(f.newX509Data(List.of(Keys.EDITOR.certificate()))))));
        all.put(
                "certificate-beside-first",
                s -> by(
                        s,
                        Keys.OTHER,
                        f -> f.newKeyInfo(
                                List.of(f.newX509Data(List.of(Keys.EDITOR.certificate(), Keys.OTHER.certificate()))))));
        all.put(
                "certificate-beside-last",
                s -> by(
                        s,
                        Keys.OTHER,
                        f -> f.newKeyInfo(
                                List.of(f.newX509Data(List.of(Keys.OTHER.certificate(), Keys.EDITOR.certificate()))))));
        all.put(
                "certificate-in-second-data",
                s -> by(
                        s,
                        Keys.OTHER,
                        f -> f.newKeyInfo(List.of(
                                f.newX509Data(List.of(Keys.EDITOR.certificate())),
                                f.newX509Data(List.of(Keys.OTHER.certificate()))))));
        all.put(
                "key-value-beside",
                s -> by(
                        s,
                        Keys.OTHER,
                        f -> f.newKeyInfo(List.of(
                                f.newKeyValue(Keys.OTHER.certificate().getPublicKey()),
                                f.newX509Data(List.of(Keys.EDITOR.certificate()))))));
        return all;
    }

    private static Map<String, Attack> withoutCertificate() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put(
                "key-value-alone",
                s -> by(
                        s,
                        Keys.OTHER,
                        f -> f.newKeyInfo(
                                List.of(f.newKeyValue(Keys.OTHER.certificate().getPublicKey())))));
        all.put(
                "dsa-key-value",
                s -> s.soap(
                        replace(
                                s.genuine(),
                                "KeyInfo",
                                "<ds:KeyInfo><ds:KeyValue><ds:DSAKeyValue><ds:Y>AQ==</ds:Y></ds:DSAKeyValue></ds:KeyValue></ds:KeyInfo>")));
        all.put("key-name-alone", s -> by(s, Keys.OTHER, f -> f.newKeyInfo(List.of(f.newKeyName("lps-demo")))));
        all.put(
                "x509-serial-alone",
                s -> by(
                        s,
                        Keys.OTHER,
                        f -> f.newKeyInfo(List.of(f.newX509Data(List.of(f.newX509IssuerSerial(
                                "CN=lps-demo", Keys.EDITOR.certificate().getSerialNumber())))))));
        all.put(
                "retrieval-method",
                s -> by(s, Keys.OTHER, f -> f.newKeyInfo(List.of(f.newRetrievalMethod("http://simulateur.test/key")))));
        all.put(
                "retrieval-method-transform",
                s -> s.soap(s.genuine()
                        .replace(
                                "</ds:KeyInfo>",
                                "<ds:RetrievalMethod URI=\"file:///etc/passwd\"><ds:Transforms><ds:Transform Algorithm="
                                        + "\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><ds:XPath>/</ds:XPath></ds:Transform>"
                                        + "</ds:Transforms></ds:RetrievalMethod></ds:KeyInfo>")));
        all.put(
                "security-token-reference",
                s -> s.soap(replace(
                        s.genuine(),
                        "KeyInfo",
                        "<ds:KeyInfo><w:SecurityTokenReference xmlns:w=\"" + Namespaces.SECURITY
                                + "\"><w:Reference URI=\"#k\"/></w:SecurityTokenReference></ds:KeyInfo>")));
        all.put(
                "encrypted-key",
                s -> s.soap(s.genuine()
                        .replace(
                                "</ds:KeyInfo>",
                                "<e:EncryptedKey xmlns:e=\"http://www.w3.org/2001/04/xmlenc#\"/></ds:KeyInfo>")));
        all.put("no-key-info", s -> by(s, Keys.OTHER, f -> null));
        return all;
    }

    private static Map<String, Attack> hostile() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put(
                "certificate-not-der",
                s -> s.soap(replace(s.genuine(), "X509Certificate", "<ds:X509Certificate>QUJD</ds:X509Certificate>")));
        all.put(
                "certificates-many",
                s -> s.soap(s.genuine()
                        .replace(
                                "</ds:X509Data>",
                                element(s.genuine(), "X509Certificate").repeat(10) + "</ds:X509Data>")));
        all.put(
                "key-enormous",
                s -> replace(
                        by(s, Keys.OTHER, f -> f.newKeyInfo(List.of(f.newX509Data(List.of(Keys.enormous()))))),
                        "SignatureValue",
                        "<ds:SignatureValue>" + "Qk".repeat(1_365) + "A=</ds:SignatureValue>"));
        return all;
    }

    @FunctionalInterface
    private interface Brought {
        KeyInfo by(KeyInfoFactory factory) throws Exception;
    }

    /** The evil assertion, signed by another's key. */
    private static String by(SignedSample s, Keys keys, Brought keyInfo) throws Exception {
        ForeignSigner signer = new ForeignSigner(s.evilTwin(""), s.id());
        signer.key = keys.key();
        signer.keyInfo = keyInfo.by(XMLSignatureFactory.getInstance("DOM").getKeyInfoFactory());
        return s.soap(signer.assertion());
    }
}
