package fr.accroche.authserver.psc;

import fr.accroche.authserver.ExpiringStore;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.SigningKeys;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** PSC's sessions and the tokens of each. Thread-safe. */
final class PscTokens {

    private static final int CAPACITY = 20_000;

    /**
     * A token alive.
     *
     * @param grant what it stands for
     * @param claims its claims
     */
    record Token(PscGrant grant, JsonObject claims) {}

    private final PscSettings settings;
    private final Supplier<URI> issuer;
    private final SigningKeys keys;
    private final Ids ids;
    private final Clock clock;
    private final PscSessions sessions;
    private final ExpiringStore<Token> accessTokens;
    private final ExpiringStore<Token> refreshTokens;

    PscTokens(
            PscSettings settings, Supplier<URI> issuer, SigningKeys keys, Ids ids, Clock clock, PscSessions sessions) {
        this.settings = settings;
        this.issuer = issuer;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.sessions = sessions;
        this.accessTokens = new ExpiringStore<>(clock, CAPACITY);
        this.refreshTokens = new ExpiringStore<>(clock, CAPACITY);
    }

    /**
     * New tokens for a grant, whose session is used by that; as a token response (docs/sources.md, PSC samples). The refresh token is opaque:
     * clients may not read it, and a signature is the dearest part of an answer.
     */
    JsonObject issue(PscGrant grant) {
        return issue(grant, settings.tokenLife());
    }

    /** The same, but that the access token has another life than usual, or none. */
    JsonObject issue(PscGrant grant, Duration life) {
        sessions.use(grant.session().id());
        Duration refreshLife = settings.choices().refreshTokenLife();
        PscClaims claims =
                new PscClaims(issuer.get().toString(), settings.choices().acr(), grant, clock.instant());
        JsonObject access = claims.access(ids.uuid(), life);
        JsonObject refresh = claims.refresh(ids.uuid(), refreshLife);
        String accessToken = keys.sign(access);
        String refreshToken = ids.opaque();
        Instant now = clock.instant();
        accessTokens.put(accessToken, new Token(grant, access), now.plus(life));
        refreshTokens.put(refreshToken, new Token(grant, refresh), now.plus(refreshLife));
        return JsonObject.EMPTY
                .with("access_token", accessToken)
                .with("expires_in", life.toSeconds())
                .with("refresh_expires_in", refreshLife.toSeconds())
                .with("refresh_token", refreshToken)
                .with("token_type", "Bearer")
                .with("id_token", keys.sign(claims.identity(ids.uuid(), settings.tokenLife(), accessToken)))
                .with("not-before-policy", 0)
                .with("session_state", grant.session().id())
                .with("scope", grant.scope());
    }

    /** An access token that lives, in a session that lives. */
    Optional<Token> access(String token) {
        return accessTokens.get(token).filter(this::inLiveSession);
    }

    /** A refresh token that lives. */
    Optional<Token> refresh(String token) {
        return refreshTokens.get(token).filter(this::inLiveSession);
    }

    /** A refresh token that nobody redeems again: each use brings a new one. */
    Optional<Token> redeem(String token) {
        return refreshTokens.take(token).filter(this::inLiveSession);
    }

    /**
     * Ends the session of an id_token, an expired one too (RP-Initiated Logout §2).
     *
     * @param clientId the client that the caller names, if it does: the token must be its own
     * @return the session; empty if the token is no id_token of this issuer, or another client's
     */
    Optional<String> end(String idToken, Optional<String> clientId) {
        Optional<String> session = keys.claims(idToken)
                .filter(claims -> claims.text("typ").filter("ID"::equals).isPresent())
                .filter(claims ->
                        claims.text("iss").equals(Optional.of(issuer.get().toString())))
                .filter(claims -> clientId.isEmpty() || claims.text("aud").equals(clientId))
                .flatMap(claims -> claims.text("sid"));
        session.ifPresent(sessions::end);
        return session;
    }

    /** What it keeps, by name. */
    Map<String, Held> held() {
        return Map.of("accessTokens", accessTokens, "refreshTokens", refreshTokens);
    }

    private boolean inLiveSession(Token token) {
        return sessions.find(token.grant().session().id()).isPresent();
    }
}
