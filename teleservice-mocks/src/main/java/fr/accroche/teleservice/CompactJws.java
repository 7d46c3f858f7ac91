package fr.accroche.teleservice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** Signs with RS256 in compact serialization (RFC 7515 §3.1, RFC 7518 §3.3). */
final class CompactJws {

    private static final String HEADER = "{\"alg\":\"RS256\"}";
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private CompactJws() {}

    static String sign(String payload, PrivateKey key) {
        String input = encode(HEADER.getBytes(StandardCharsets.UTF_8))
                + "."
                + encode(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the conformity API signs with an RSA key of 2048 bits or more", e);
        }
    }

    private static String encode(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }
}
