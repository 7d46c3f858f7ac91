package fr.accroche.authserver.apipsc;

import com.nimbusds.jose.JWSObject;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.text.ParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a signed token as far as it can be read (RFC 7515 §3.1). */
final class CompactJws {

    /** A PSC token has one to two thousand characters. */
    private static final int LONGEST = 16_384;

    /** Strictly, where the library would pass over what is no base64url. */
    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private CompactJws() {}

    /** The token in its parts; empty if it has not three, or its header is none. */
    static Optional<JWSObject> parse(String token) {
        if (token.length() > LONGEST || !WRITTEN.matcher(token).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JWSObject.parse(token));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Its claims, on nobody's word. */
    static Optional<JsonObject> claims(String token) {
        return parse(token).flatMap(CompactJws::claims);
    }

    static Optional<JsonObject> claims(JWSObject token) {
        try {
            return Optional.of(Json.parseObject(token.getPayload().toBytes()));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
