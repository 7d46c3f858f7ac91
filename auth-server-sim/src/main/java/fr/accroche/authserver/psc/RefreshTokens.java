package fr.accroche.authserver.psc;

import fr.accroche.authserver.Ids;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
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

    /** What is known of a grant. */
    private sealed interface Known {}

    private record Family(PscGrant grant, int generation, JsonObject claims, Instant until) implements Known {}

    /** Ended a moment ago, perhaps while a call is about to issue a token of it. */
    private record Ended() implements Known {}

    private final Clock clock;
    private final SecretKeySpec key;
    private final Store<Known> grants;

    RefreshTokens(Clock clock, Ids ids, State state) {
        this.clock = clock;
        this.key =
                new SecretKeySpec(state.agreed("refresh-tokens", ids::opaque).getBytes(StandardCharsets.US_ASCII), MAC);
        this.grants = state.store("grants", Shape.of(Known.class), CAPACITY);
    }

    /**
     * The first token of a grant, or the next: those before are redeemed by that. Of a grant that somebody ended while this call
     * was on its way, the token is worth nothing: else it would bring the grant back, and its first token with it.
     *
     * @param claims what introspection tells of it
     * @param until when it expires
     * @param kept how long the grant must be known at least, for the sake of its access tokens
     */
    String next(PscGrant grant, JsonObject claims, Instant until, Instant kept) {
        Instant longer = until.isAfter(kept) ? until : kept;
        int generation = grants.change(grant.id(), before -> {
            if (before.filter(Ended.class::isInstance).isPresent()) {
                return Change.none(0);
            }
            int next = family(before).map(Family::generation).orElse(-1) + 1;
            return Change.to(new Family(grant, next, claims, until), longer, next);
        });
        return written(grant.id(), generation);
    }

    private static Optional<Family> family(Optional<Known> known) {
        return known.filter(Family.class::isInstance).map(Family.class::cast);
    }

    /** What a token is; looks only. */
    Found find(String token) {
        return generation(token)
                .map(shown ->
                        looked(shown.number(), grants.get(shown.grant()), false).result())
                .orElseGet(Found.Nothing::new);
    }

    /** The same; one that is alive was redeemed by that. */
    Found redeem(String token) {
        return generation(token)
                .map(shown -> grants.change(shown.grant(), known -> looked(shown.number(), known, true)))
                .orElseGet(Found.Nothing::new);
    }

    /** What a token of ours names. */
    private record Generation(String grant, int number) {}

    private Optional<Generation> generation(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Generation named = new Generation(parts.group(1), Integer.parseInt(parts.group(2)));
        boolean ours = MessageDigest.isEqual(
                written(named.grant(), named.number()).getBytes(StandardCharsets.US_ASCII),
                token.getBytes(StandardCharsets.US_ASCII));
        return ours ? Optional.of(named) : Optional.empty();
    }

    private Change<Known, Found> looked(int generation, Optional<Known> known, boolean redeem) {
        Optional<Family> family = family(known);
        if (family.isEmpty()) {
            return Change.none(new Found.Nothing());
        }
        Family found = family.get();
        if (generation < found.generation()) {
            return Change.none(new Found.Redeemed(found.grant()));
        }
        if (!clock.instant().isBefore(found.until())) {
            return Change.none(new Found.Nothing());
        }
        Found alive = new Found.Alive(found.grant(), found.claims());
        Family after = new Family(found.grant(), generation + 1, found.claims(), found.until());
        return redeem ? Change.to(after, found.until(), alive) : Change.none(alive);
    }

    /** Whether a grant has tokens. */
    boolean lives(PscGrant grant) {
        return family(grants.get(grant.id())).isPresent();
    }

    /** Ends a grant, with every token of it, those too that are being issued. */
    void end(String grant) {
        grants.put(grant, new Ended(), clock.instant().plus(ENDING));
    }

    /** The grants that have tokens; those that ended count for five minutes more, so that nobody has to read them all. */
    Held held() {
        return grants;
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
