package fr.accroche.authserver.psc;

import fr.accroche.authserver.ExpiringStore;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.SigningKeys;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** PSC's sessions and the tokens of each. Thread-safe. */
final class PscTokens {

    private static final int CAPACITY = 10_000;

    /** "Less than 30 minutes" in the CI-SIS guide. */
    private static final Duration REFRESH_LIFE = Duration.ofMinutes(30);

    /** The most that the CI-SIS guide allows. */
    private static final Duration SESSION_LIFE = Duration.ofHours(4);

    /**
     * A token alive.
     *
     * @param session its session
     * @param claims its claims
     */
    record Token(PscSession session, JsonObject claims) {}

    private final PscSettings settings;
    private final Supplier<URI> issuer;
    private final SigningKeys keys;
    private final Ids ids;
    private final Clock clock;
    private final ExpiringStore<PscSession> sessions;
    private final ExpiringStore<Token> accessTokens;
    private final ExpiringStore<Token> refreshTokens;

    PscTokens(PscSettings settings, Supplier<URI> issuer, SigningKeys keys, Ids ids, Clock clock) {
        this.settings = settings;
        this.issuer = issuer;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.sessions = new ExpiringStore<>(clock, CAPACITY);
        this.accessTokens = new ExpiringStore<>(clock, CAPACITY);
        this.refreshTokens = new ExpiringStore<>(clock, CAPACITY);
    }

    /** Opens the session of a request that was granted. */
    PscSession open(CibaRequest request) {
        Instant now = clock.instant();
        PscSession session = new PscSession(
                ids.uuid(),
                request.clientId(),
                request.person(),
                request.scope(),
                request.channel(),
                settings.acr(),
                now);
        sessions.put(session.id(), session, now.plus(SESSION_LIFE));
        return session;
    }

    /**
     * New tokens for a session, as a token response (docs/sources.md, PSC samples). The refresh token is opaque:
     * clients may not read it, and a signature is the dearest part of an answer.
     */
    JsonObject issue(PscSession session) {
        PscClaims claims = new PscClaims(issuer.get().toString(), session, clock.instant());
        JsonObject access = claims.access(ids.uuid(), settings.tokenLife());
        JsonObject refresh = claims.refresh(ids.uuid(), REFRESH_LIFE);
        String accessToken = keys.sign(access);
        String refreshToken = ids.opaque();
        Instant now = clock.instant();
        accessTokens.put(accessToken, new Token(session, access), now.plus(settings.tokenLife()));
        refreshTokens.put(refreshToken, new Token(session, refresh), now.plus(REFRESH_LIFE));
        return JsonObject.EMPTY
                .with("access_token", accessToken)
                .with("expires_in", settings.tokenLife().toSeconds())
                .with("refresh_expires_in", REFRESH_LIFE.toSeconds())
                .with("refresh_token", refreshToken)
                .with("token_type", "Bearer")
                .with("id_token", keys.sign(claims.identity(ids.uuid(), settings.tokenLife(), accessToken)))
                .with("not-before-policy", 0)
                .with("session_state", session.id())
                .with("scope", session.scope());
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
        session.ifPresent(sessions::take);
        return session;
    }

    private boolean inLiveSession(Token token) {
        return sessions.get(token.session().id()).isPresent();
    }
}
