package fr.accroche.authserver.apipsc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Judges PSC's logout tokens in full (OpenID Connect Back-Channel Logout 1.0 §2.6). Thread-safe. */
final class LogoutTokens {

    static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** The specification recommends two minutes at most for exp. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    /**
     * A judgement.
     *
     * @param wrong what speaks against the token; empty if nothing does
     * @param claims its claims, if PSC signed them
     */
    record Judged(Optional<Observed> wrong, JsonObject claims) {}

    private final Store<Boolean> seen;
    private final PscKeys keys;
    private final String issuer;
    private final String ownClientId;
    private final Duration skew;
    private final Clock clock;

    /** @param seen those that came before, by {@code jti} */
    LogoutTokens(Store<Boolean> seen, PscKeys keys, String issuer, String ownClientId, Duration skew, Clock clock) {
        this.seen = seen;
        this.keys = keys;
        this.issuer = issuer;
        this.ownClientId = ownClientId;
        this.skew = skew;
        this.clock = clock;
    }

    /** @throws UpstreamFailure if PSC does not give its keys */
    Judged judge(String token, TraceParent trace) throws UpstreamFailure {
        Optional<JsonObject> claims = keys.verified(token, trace);
        if (claims.isEmpty()) {
            return new Judged(Optional.of(new Observed("not signed by PSC", "form/logout_token")), JsonObject.EMPTY);
        }
        Optional<Observed> wrong = typed(token)
                .or(() -> named(claims.get()))
                .or(() -> dated(claims.get()))
                .or(() -> meant(claims.get()))
                .or(() -> before(claims.get()));
        return new Judged(wrong, claims.get());
    }

    /** Typed explicitly, as recommended, or not at all; never as another kind of token (RFC 8725 §3.11). */
    private static Optional<Observed> typed(String token) {
        return CompactJws.parse(token)
                .map(JWSObject::getHeader)
                .flatMap(header -> Optional.ofNullable(header.getType()))
                .map(JOSEObjectType::getType)
                .filter(type -> !type.equalsIgnoreCase("logout+jwt") && !type.equalsIgnoreCase("JWT"))
                .map(type -> new Observed(type, "logout_token/typ"));
    }

    private Optional<Observed> named(JsonObject claims) {
        if (claims.text("iss").filter(issuer::equals).isEmpty()) {
            return wrong(claims, "iss");
        }
        boolean forUs = claims.text("aud").filter(ownClientId::equals).isPresent()
                || claims.array("aud").filter(this::holdsUs).isPresent();
        return forUs ? Optional.empty() : wrong(claims, "aud");
    }

    private boolean holdsUs(JsonArray audience) {
        return audience.texts().contains(ownClientId);
    }

    private Optional<Observed> dated(JsonObject claims) {
        Instant now = clock.instant();
        Optional<Instant> issued = NumericDate.of(claims, "iat");
        Optional<Instant> end = NumericDate.of(claims, "exp");
        if (issued.filter(at -> !now.isBefore(at.minus(skew))).isEmpty()) {
            return wrong(claims, "iat");
        }
        boolean alive = end.filter(at ->
                        now.isBefore(at.plus(skew)) && !at.isAfter(issued.get().plus(LONGEST_LIFE)))
                .isPresent();
        return alive ? Optional.empty() : wrong(claims, "exp");
    }

    private static Optional<Observed> meant(JsonObject claims) {
        if (claims.object("events").flatMap(events -> events.object(EVENT)).isEmpty()) {
            return wrong(claims, "events");
        }
        if (claims.get("nonce").isPresent()) {
            return wrong(claims, "nonce");
        }
        return claims.text("sid").isPresent() || claims.text("sub").isPresent()
                ? Optional.empty()
                : wrong(claims, "sid");
    }

    private Optional<Observed> before(JsonObject claims) {
        boolean fresh = claims.text("jti")
                .filter(id -> !id.isEmpty() && id.length() <= 256)
                .filter(id -> seen.get(id).isEmpty())
                .isPresent();
        return fresh ? Optional.empty() : wrong(claims, "jti");
    }

    /**
     * Remembers a token whose session was ended; not before that, so that one whose call failed in the middle may come again.
     *
     * @return what speaks against it after all: another call with it was faster
     */
    Optional<Observed> remember(JsonObject claims) {
        Instant until = clock.instant().plus(LONGEST_LIFE).plus(skew).plus(skew);
        boolean first = seen.putNew(claims.text("jti").orElseThrow(), true, until);
        return first ? Optional.empty() : wrong(claims, "jti");
    }

    private static Optional<Observed> wrong(JsonObject claims, String claim) {
        String value = claims.get(claim).map(Json::compact).orElse(Observed.NOTHING.value());
        return Optional.of(new Observed(value, "logout_token/" + claim));
    }
}
