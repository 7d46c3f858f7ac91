package fr.accroche.authserver;

import fr.accroche.compliance.exchange.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Names a token where it is kept: what is held cannot be presented, and finding it takes no time that depends on how much of a
 * guess is right.
 */
public final class TokenDigest {

    private TokenDigest() {}

    /** SHA-256, base64url. */
    public static String of(String token) {
        byte[] digest = Sha256.of(token.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
