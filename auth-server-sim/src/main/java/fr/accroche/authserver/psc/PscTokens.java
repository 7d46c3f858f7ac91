package fr.accroche.authserver.psc;

import fr.accroche.authserver.IdTokens;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.TokenDigest;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The tokens of PSC's sessions. Of access tokens it keeps a digest: what it holds cannot be presented. Thread-safe. */
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
    private final IdTokens idTokens;
    private final Function<JsonObject, String> signature;
    private final Ids ids;
    private final Clock clock;
    private final PscSessions sessions;
    private final Store<Token> accessTokens;
    private final RefreshTokens refreshTokens;

    PscTokens(
            PscSettings settings,
            Supplier<URI> issuer,
            IdTokens idTokens,
            Ids ids,
            Clock clock,
            State state,
            PscSessions sessions) {
        this(settings, issuer, idTokens, idTokens.keys()::sign, ids, clock, state, sessions);
    }

    /**
     * @param signature of access tokens
     */
    PscTokens(
            PscSettings settings,
            Supplier<URI> issuer,
            IdTokens idTokens,
            Function<JsonObject, String> signature,
            Ids ids,
            Clock clock,
            State state,
            PscSessions sessions) {
        this.settings = settings;
        this.issuer = issuer;
        this.idTokens = idTokens;
        this.signature = signature;
        this.ids = ids;
        this.clock = clock;
        this.sessions = sessions;
        this.accessTokens = state.store("accessTokens", Shape.of(Token.class), CAPACITY);
        this.refreshTokens = new RefreshTokens(clock, ids, state);
    }

    /** New tokens for a grant: {@link #issue(PscGrant, String, Duration)} for all of its scope, with the usual life. */
    JsonObject issue(PscGrant grant) {
        return issue(grant, grant.scope(), settings.tokenLife());
    }

    /**
     * New tokens for a grant, whose session is used by that; as a token response (docs/sources.md, PSC samples). The refresh token
     * is opaque: clients may not read it. No token outlives the session; without the scope openid there is no id_token (OpenID
     * Connect Core §12.2).
     *
     * @param scope of the access token: the grant's, or less (RFC 6749 §6)
     * @param usual life of the access token, if the session lasts as long
     */
    JsonObject issue(PscGrant grant, String scope, Duration usual) {
        PscSession used = sessions.use(grant.session().id()).orElse(grant.session());
        Instant now = clock.instant();
        Instant end = sessions.until(used);
        Duration life = within(usual, now, end);
        Duration refreshLife = within(settings.choices().refreshTokenLife(), now, end);
        PscClaims claims = claims(grant.narrowed(scope), now);
        JsonObject access = claims.access(ids.uuid(), life);
        String accessToken = signature.apply(access);
        String refreshToken = refreshTokens.next(
                grant, claims(grant, now).refresh(ids.uuid(), refreshLife), now.plus(refreshLife), now.plus(life));
        accessTokens.put(TokenDigest.of(accessToken), new Token(claims.grant(), access), now.plus(life));
        JsonObject answer = JsonObject.EMPTY
                .with("access_token", accessToken)
                .with("expires_in", life.toSeconds())
                .with("refresh_expires_in", refreshLife.toSeconds())
                .with("refresh_token", refreshToken)
                .with("token_type", "Bearer");
        return identified(answer, claims, within(settings.tokenLife(), now, end), accessToken)
                .with("not-before-policy", 0)
                .with("session_state", grant.session().id())
                .with("scope", scope);
    }

    private JsonObject identified(JsonObject answer, PscClaims claims, Duration life, String accessToken) {
        if (!claims.grant().openId()) {
            return answer;
        }
        JsonObject identity = claims.identity(ids.uuid(), life, accessToken);
        return answer.with("id_token", idTokens.issue(claims.grant().client(), identity));
    }

    private PscClaims claims(PscGrant grant, Instant now) {
        return new PscClaims(issuer.get().toString(), settings.choices().acr(), grant, now);
    }

    private static Duration within(Duration usual, Instant now, Instant end) {
        Duration left = Duration.between(now, end);
        Duration shorter = left.compareTo(usual) < 0 ? left : usual;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }

    /** The usual life of an access token. */
    Duration usualLife() {
        return settings.tokenLife();
    }

    /** An access token that lives, of a grant and in a session that live. */
    Optional<Token> access(String token) {
        return accessTokens
                .get(TokenDigest.of(token))
                .filter(this::inLiveSession)
                .filter(found -> refreshTokens.lives(found.grant()));
    }

    /** What a refresh token is; of a session that is over, nothing. */
    RefreshTokens.Found refresh(String token) {
        return inLiveSession(refreshTokens.find(token));
    }

    /** The same; nobody redeems one that is alive again: each use brings a new one. */
    RefreshTokens.Found redeem(String token) {
        return inLiveSession(refreshTokens.redeem(token));
    }

    /** Ends one access token (RFC 7009 §2.1). */
    void revokeAccess(String token) {
        accessTokens.take(TokenDigest.of(token));
    }

    /** Ends a grant, with every token of it (RFC 7009 §2.1, RFC 9700 §4.14.2). */
    void revoke(PscGrant grant) {
        refreshTokens.end(grant.id());
    }

    /** The claims of an id_token of this issuer, an expired one too; empty if it is none. */
    Optional<JsonObject> identity(String idToken) {
        return idTokens.claims(idToken)
                .filter(claims -> claims.text("typ").filter("ID"::equals).isPresent())
                .filter(claims ->
                        claims.text("iss").equals(Optional.of(issuer.get().toString())));
    }

    /** The sub of an id_token of this issuer, an expired one too. */
    Optional<String> subject(String idToken) {
        return identity(idToken).flatMap(claims -> claims.text("sub"));
    }

    /** The national identifier in an id_token that this client was issued, an expired one too. */
    Optional<String> identified(String idToken, String clientId) {
        return identity(idToken)
                .filter(claims -> claims.text("aud").filter(clientId::equals).isPresent())
                .flatMap(claims -> claims.text("SubjectNameID"));
    }

    /** What it keeps, by name; of refresh tokens, the grants that have some. */
    Map<String, Held> held() {
        return Map.of("accessTokens", accessTokens, "refreshTokens", refreshTokens.held());
    }

    private boolean inLiveSession(Token token) {
        return sessions.find(token.grant().session().id()).isPresent();
    }

    private RefreshTokens.Found inLiveSession(RefreshTokens.Found found) {
        Optional<PscGrant> grant = found instanceof RefreshTokens.Found.Alive alive
                ? Optional.of(alive.grant())
                : found instanceof RefreshTokens.Found.Redeemed redeemed
                        ? Optional.of(redeemed.grant())
                        : Optional.empty();
        return grant.filter(of -> sessions.find(of.session().id()).isPresent()).isPresent()
                ? found
                : new RefreshTokens.Found.Nothing();
    }
}
