package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.TokenDigest;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A realm's tokens while they live. All the tokens of one grant die with it: when it is revoked, when one of its refresh tokens
 * is used twice (RFC 9700 §4.14.2), or when the PSC session that it comes from ends. Thread-safe, bounded.
 *
 * <p>A token is good only while its grant is there, so that taking the grant away is one step, whatever other processes issue
 * meanwhile. Tokens are kept by their digest.
 */
final class TokenStore {

    /** Grants alive at once, and tokens of each kind. */
    private static final int CAPACITY = 10_000;

    /**
     * @param session the grant's
     * @param spent whether it is a refresh token that was redeemed
     */
    private record Kept(JsonObject claims, String session, boolean spent) {

        static Kept of(ApiToken token) {
            return new Kept(token.claims(), token.grant().session(), false);
        }

        Kept asSpent() {
            return new Kept(claims, session, true);
        }
    }

    private final Store<Grant> grants;
    private final Store<Kept> accessTokens;

    /** Spent ones beside those that live: which of the two one is changes in one step. */
    private final Store<Kept> refreshTokens;

    /** @param prefix of the names of its stores */
    TokenStore(State state, String prefix) {
        grants = state.store(prefix + "grants", Shape.of(Grant.class), CAPACITY);
        accessTokens = state.store(prefix + "access", Shape.of(Kept.class), CAPACITY);
        refreshTokens = state.store(prefix + "refresh", Shape.of(Kept.class), 2 * CAPACITY);
    }

    /** Opens a grant, which ends with the last of its tokens. */
    void open(Grant grant, Instant until) {
        grants.put(grant.session(), grant, until);
    }

    /** Prolongs a grant, unless it was revoked meanwhile. */
    void prolong(Grant grant, Instant until) {
        grants.change(grant.session(), there -> Change.ofPresent(there, grant, until));
    }

    void keepAccess(String value, ApiToken token, Instant until) {
        accessTokens.put(TokenDigest.of(value), Kept.of(token), until);
    }

    void keepRefresh(String value, ApiToken token, Instant until) {
        refreshTokens.put(TokenDigest.of(value), Kept.of(token), until);
    }

    Optional<ApiToken> access(String value) {
        return accessTokens.get(TokenDigest.of(value)).flatMap(this::granted);
    }

    Optional<ApiToken> refresh(String value) {
        return refreshTokens
                .get(TokenDigest.of(value))
                .filter(kept -> !kept.spent())
                .flatMap(this::granted);
    }

    /**
     * A refresh token that nobody redeems again.
     *
     * @param remembered how long a second use is noticed
     */
    Optional<ApiToken> redeem(String value, Instant remembered) {
        Optional<Kept> redeemed = refreshTokens.change(
                TokenDigest.of(value),
                there -> there.filter(kept -> !kept.spent())
                        .map(kept -> Change.to(kept.asSpent(), remembered, Optional.of(kept)))
                        .orElseGet(() -> Change.none(Optional.empty())));
        return redeemed.flatMap(this::granted);
    }

    /** Whether this is a refresh token that was redeemed before. */
    boolean spent(String value) {
        return refreshTokens.get(TokenDigest.of(value)).filter(Kept::spent).isPresent();
    }

    /** Revokes the grant of a refresh token that was redeemed before, if it is this client's. */
    void revokeSpent(String value, String clientId) {
        refreshTokens
                .get(TokenDigest.of(value))
                .filter(Kept::spent)
                .ifPresent(kept -> grants.change(
                        kept.session(),
                        there -> there.filter(grant -> grant.clientId().equals(clientId))
                                        .isPresent()
                                ? Change.gone(true)
                                : Change.none(false)));
    }

    void revokeAccess(String value) {
        accessTokens.take(TokenDigest.of(value));
    }

    void revoke(Grant grant) {
        grants.take(grant.session());
    }

    /**
     * Revokes every grant that is meant, and is there now; how many there were. Whoever opens one meanwhile looks afterwards
     * whether it was meant.
     */
    int revokeWhere(Predicate<Grant> meant) {
        return (int) grants.all().values().stream()
                .filter(meant)
                .filter(grant -> grants.take(grant.session()).isPresent())
                .count();
    }

    /** How many access tokens live. */
    int size() {
        Map<String, Grant> alive = grants.all();
        return (int) accessTokens.all().values().stream()
                .filter(kept -> alive.containsKey(kept.session()))
                .count();
    }

    void clear() {
        Stream.of(grants, accessTokens, refreshTokens).forEach(Held::clear);
    }

    private Optional<ApiToken> granted(Kept kept) {
        return grants.get(kept.session()).map(grant -> new ApiToken(kept.claims(), grant));
    }
}
