package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.ExpiringStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A realm's tokens while they live. All the tokens of one grant die with it: when it is revoked, when one of its refresh tokens
 * is used twice (RFC 9700 §4.14.2), or when the PSC session that it comes from ends. Thread-safe, bounded.
 */
final class TokenStore {

    /** Grants alive at once, and tokens of each kind. */
    private static final int CAPACITY = 10_000;

    private final ExpiringStore<Grant> grants;
    private final ExpiringStore<ApiToken> accessTokens;
    private final ExpiringStore<ApiToken> refreshTokens;
    private final ExpiringStore<Grant> spent;

    TokenStore(Clock clock) {
        grants = new ExpiringStore<>(clock, CAPACITY);
        accessTokens = new ExpiringStore<>(clock, CAPACITY);
        refreshTokens = new ExpiringStore<>(clock, CAPACITY);
        spent = new ExpiringStore<>(clock, CAPACITY);
    }

    /** Opens a grant, which ends with the last of its tokens. */
    synchronized void open(Grant grant, Instant until) {
        grants.put(grant.session(), grant, until);
    }

    /** Prolongs a grant, unless it was revoked meanwhile. */
    synchronized void prolong(Grant grant, Instant until) {
        if (grants.get(grant.session()).isPresent()) {
            grants.put(grant.session(), grant, until);
        }
    }

    synchronized void keepAccess(String value, ApiToken token, Instant until) {
        accessTokens.put(value, token, until);
    }

    synchronized void keepRefresh(String value, ApiToken token, Instant until) {
        refreshTokens.put(value, token, until);
    }

    synchronized Optional<ApiToken> access(String value) {
        return accessTokens.get(value).filter(this::granted);
    }

    synchronized Optional<ApiToken> refresh(String value) {
        return refreshTokens.get(value).filter(this::granted);
    }

    /**
     * A refresh token that nobody redeems again.
     *
     * @param remembered how long a second use is noticed
     */
    synchronized Optional<ApiToken> redeem(String value, Instant remembered) {
        Optional<ApiToken> token = refreshTokens.take(value).filter(this::granted);
        token.ifPresent(one -> spent.put(value, one.grant(), remembered));
        return token;
    }

    /** The grant of a refresh token that was redeemed before. */
    synchronized Optional<Grant> spent(String value) {
        return spent.get(value);
    }

    synchronized void revokeAccess(String value) {
        accessTokens.take(value);
    }

    synchronized void revoke(Grant grant) {
        grants.take(grant.session());
    }

    /** Revokes every grant that is meant; how many there were. */
    synchronized int revokeWhere(Predicate<Grant> meant) {
        int revoked = 0;
        for (String session : grants.keys()) {
            if (grants.get(session).filter(meant).isPresent()) {
                grants.take(session);
                revoked++;
            }
        }
        return revoked;
    }

    /** How many access tokens live. */
    synchronized int size() {
        return (int) accessTokens.keys().stream()
                .filter(value -> access(value).isPresent())
                .count();
    }

    synchronized void clear() {
        Stream.of(grants, accessTokens, refreshTokens, spent).forEach(ExpiringStore::clear);
    }

    private boolean granted(ApiToken token) {
        return grants.get(token.grant().session()).isPresent();
    }
}
