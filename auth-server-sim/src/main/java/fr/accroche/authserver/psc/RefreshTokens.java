package fr.accroche.authserver.psc;

import fr.accroche.authserver.ExpiringStore;
import fr.accroche.authserver.Ids;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Refresh tokens that rotate (RFC 9700 §4.14.2). A token names its grant and its generation, under a MAC of this server's: so an
 * old one is known as such for as long as its grant lives, whatever their number, and a grant takes one place. Thread-safe.
 */
final class RefreshTokens {

    private static final int CAPACITY = 20_000;

    /** How long an end is known to who is issuing meanwhile: longer than any call takes. */
    private static final Duration ENDING = Duration.ofMinutes(5);

    private static final String MAC = "HmacSHA256";
    private static final Pattern TOKEN = Pattern.compile("([A-Za-z0-9_-]{43})\\.([0-9]{1,9})\\.([A-Za-z0-9_-]{43})");

    /** What a refresh token turns out to be. */
    sealed interface Found {

        /** Not ours, expired, or of a grant that is no more. */
        record Nothing() implements Found {}

        /** One that was redeemed before: someone else may have it. */
        record Redeemed(PscGrant grant) implements Found {}

        /** One that can be redeemed. */
        record Alive(PscGrant grant, JsonObject claims) implements Found {}
    }

    private record Family(PscGrant grant, int generation, JsonObject claims, Instant until) {}

    private final Clock clock;
    private final SecretKeySpec key;
    private final ExpiringStore<Family> families;

    /** Grants that ended a moment ago. */
    private final ExpiringStore<Boolean> ended;

    RefreshTokens(Clock clock, Ids ids) {
        this.clock = clock;
        this.key = new SecretKeySpec(ids.opaque().getBytes(StandardCharsets.US_ASCII), MAC);
        this.families = new ExpiringStore<>(clock, CAPACITY);
        this.ended = new ExpiringStore<>(clock, CAPACITY);
    }

    /**
     * The first token of a grant, or the next: those before are redeemed by that. Of a grant that somebody ended while this call
     * was on its way, the token is worth nothing: else it would bring the grant back, and its first token with it.
     *
     * @param claims what introspection tells of it
     * @param until when it expires
     * @param kept how long the grant must be known at least, for the sake of its access tokens
     */
    synchronized String next(PscGrant grant, JsonObject claims, Instant until, Instant kept) {
        int generation = families.get(grant.id()).map(Family::generation).orElse(-1) + 1;
        if (ended.get(grant.id()).isEmpty()) {
            families.put(grant.id(), new Family(grant, generation, claims, until), until.isAfter(kept) ? until : kept);
        }
        return written(grant.id(), generation);
    }

    /** What a token is; looks only. */
    synchronized Found find(String token) {
        return find(token, false);
    }

    /** The same; one that is alive was redeemed by that. */
    synchronized Found redeem(String token) {
        return find(token, true);
    }

    private Found find(String token, boolean redeem) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return new Found.Nothing();
        }
        int generation = Integer.parseInt(parts.group(2));
        boolean ours = MessageDigest.isEqual(
                written(parts.group(1), generation).getBytes(StandardCharsets.US_ASCII),
                token.getBytes(StandardCharsets.US_ASCII));
        Optional<Family> family = ours ? families.get(parts.group(1)) : Optional.empty();
        if (family.isEmpty()) {
            return new Found.Nothing();
        }
        Family found = family.get();
        if (generation < found.generation()) {
            return new Found.Redeemed(found.grant());
        }
        if (!clock.instant().isBefore(found.until())) {
            return new Found.Nothing();
        }
        if (redeem) {
            Family after = new Family(found.grant(), generation + 1, found.claims(), found.until());
            families.put(found.grant().id(), after, found.until());
        }
        return new Found.Alive(found.grant(), found.claims());
    }

    /** Whether a grant has tokens. */
    boolean lives(PscGrant grant) {
        return families.get(grant.id()).isPresent();
    }

    /** Ends a grant, with every token of it, those too that are being issued. */
    synchronized void end(String grant) {
        families.take(grant);
        ended.put(grant, true, clock.instant().plus(ENDING));
    }

    /** The grants that have tokens. */
    Held held() {
        return families;
    }

    private String written(String grant, int generation) {
        String named = grant + "." + generation;
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            byte[] seal = mac.doFinal(named.getBytes(StandardCharsets.US_ASCII));
            return named + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
