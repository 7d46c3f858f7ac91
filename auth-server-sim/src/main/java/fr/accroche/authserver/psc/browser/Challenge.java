package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.TokenDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A code_challenge (RFC 7636 §4.2).
 *
 * @param value as it was sent
 * @param hashed whether it is by S256; else it is the verifier itself
 */
public record Challenge(String value, boolean hashed) {

    /** RFC 7636 §4.1, §4.2: verifiers and challenges alike. */
    static final Pattern FORM = Pattern.compile("[A-Za-z0-9\\-._~]{43,128}");

    /** The base64url of a SHA-256. */
    static final Pattern HASHED_FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public Challenge {
        Objects.requireNonNull(value, "value");
    }

    /** Whether a verifier is the one (RFC 7636 §4.6). */
    public boolean accepts(String verifier) {
        boolean formed = FORM.matcher(verifier).matches();
        byte[] shown = (hashed ? TokenDigest.of(verifier) : verifier).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), shown) && formed;
    }

    /** Without the value. */
    @Override
    public String toString() {
        return hashed ? "Challenge[S256]" : "Challenge[plain]";
    }
}
