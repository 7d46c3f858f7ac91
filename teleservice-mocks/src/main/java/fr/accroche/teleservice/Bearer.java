package fr.accroche.teleservice;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A bearer credential, with what its JWT claims say. Nobody has checked those claims: they serve to tell a person what
 * was probably sent, never to accept it.
 *
 * @param value the token
 * @param claims the payload, if it is a JWT
 */
record Bearer(String value, Optional<JsonObject> claims) {

    /** PSC's realm: its issuer tells a PSC token from an API token. */
    private static final String PSC_REALM = "esante-wallet";

    static Bearer of(String value) {
        return new Bearer(value, payload(value));
    }

    Optional<String> issuer() {
        return claims.flatMap(all -> all.text("iss"));
    }

    boolean looksLikePsc() {
        return issuer().filter(iss -> iss.contains(PSC_REALM)).isPresent();
    }

    /** Whether the claims say that it has expired. */
    boolean looksExpired(Instant now) {
        return claims.flatMap(all -> all.integer("exp"))
                .filter(exp -> exp <= now.getEpochSecond())
                .isPresent();
    }

    private static Optional<JsonObject> payload(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parseObject(Base64.getUrlDecoder().decode(parts[1])));
        } catch (IllegalArgumentException | JsonException e) {
            return Optional.empty();
        }
    }

    /** Keeps the token out of every log. */
    @Override
    public String toString() {
        return "Bearer[…]";
    }
}
