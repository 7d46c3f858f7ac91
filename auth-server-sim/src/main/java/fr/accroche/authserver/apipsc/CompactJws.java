package fr.accroche.authserver.apipsc;

import com.nimbusds.jose.JWSObject;
import fr.accroche.authserver.StrictJws;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.text.ParseException;
import java.util.Optional;

/** Reads a signed token as far as it can be read (RFC 7515 §3.1). */
final class CompactJws {

    /** A PSC token has one to two thousand characters. */
    private static final int LONGEST = 16_384;

    private CompactJws() {}

    /** The token in its parts; empty if it is not written as it must be: one that serves once has one spelling. */
    static Optional<JWSObject> parse(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(StrictJws.parse(token));
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
