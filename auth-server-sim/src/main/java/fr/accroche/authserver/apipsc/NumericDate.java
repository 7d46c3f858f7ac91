package fr.accroche.authserver.apipsc;

import fr.accroche.wire.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** A date of a token (RFC 7519 §2), of a reasonable century. */
final class NumericDate {

    /** The year 2999. */
    private static final long LAST = 32_503_680_000L;

    private NumericDate() {}

    /** Empty if the claim is absent, or no whole number of seconds between 1970 and 2999. */
    static Optional<Instant> of(JsonObject claims, String claim) {
        return claims.integer(claim)
                .filter(seconds -> seconds >= 0 && seconds < LAST)
                .map(Instant::ofEpochSecond);
    }
}
