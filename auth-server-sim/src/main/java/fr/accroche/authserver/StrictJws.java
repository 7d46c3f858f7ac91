package fr.accroche.authserver;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.regex.Pattern;

/**
 * Reads a compact JWS as RFC 7515 §2 and §7.1 write it: base64url without anything beside, in its one form. Of two texts that hold the
 * same signature one alone was issued.
 */
public final class StrictJws {

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private StrictJws() {}

    /** Whether a text has the three parts of one; what they hold is not looked at. */
    public static boolean isCompact(String text) {
        return COMPACT.matcher(text).matches();
    }

    /**
     * The token in its parts.
     *
     * @throws ParseException if it is none
     */
    public static JWSObject parse(String text) throws ParseException {
        if (!isCompact(text)) {
            throw new ParseException("not a compact JWS", 0);
        }
        JWSObject jws = JWSObject.parse(text);
        if (!Base64URL.encode(jws.getSignature().decode()).equals(jws.getSignature())) {
            throw new ParseException("not the one form of its signature", 0);
        }
        return jws;
    }
}
