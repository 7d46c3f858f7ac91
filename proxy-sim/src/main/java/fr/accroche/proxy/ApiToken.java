package fr.accroche.proxy;

import fr.accroche.wire.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the authorization server of a téléservice gave: a token for its API, and what renews it.
 *
 * @param access sent to the téléservice
 * @param end when that one ends, if the server said so
 * @param renewal what renews it, if the server gave that
 */
record ApiToken(Token access, Optional<Instant> end, Optional<Renewal> renewal) {

    /**
     * @param token redeemed for new tokens, once (RFC 6749 §6)
     * @param end when it ends, if the server said so
     * @param due from when on: half of the shorter life of the two tokens, so that a server that does not answer then can be
     *     asked again; never if neither is known
     */
    record Renewal(Token token, Optional<Instant> end, Optional<Instant> due) {

        boolean alive(Instant now) {
            return end.filter(over -> !now.isBefore(over)).isEmpty();
        }
    }

    /**
     * Reads a token response (RFC 6749 §5.1, RFC 8693 §2.2.1), without issued_token_type, which public samples lack
     * (docs/sources.md, ANS proxy).
     *
     * @throws IllegalArgumentException naming what is missing or wrong
     */
    static ApiToken read(JsonObject body, Instant now) {
        String type = PscPolling.required(body, "token_type");
        if (!type.equalsIgnoreCase("Bearer") && !type.equals("N_A")) {
            throw new IllegalArgumentException("token_type must be Bearer");
        }
        Token access = new Token(PscPolling.required(body, "access_token"));
        Optional<Instant> end = end(body, "expires_in", now);
        Optional<Instant> refreshEnd = end(body, "refresh_expires_in", now);
        Optional<Renewal> renewal = body.text("refresh_token")
                .filter(value -> !value.isEmpty())
                .map(value -> new Renewal(new Token(value), refreshEnd, halfway(now, end, refreshEnd)));
        return new ApiToken(access, end, renewal);
    }

    /** What comes in its place: renewed by the same refresh token where it brings no other (RFC 6749 §6). */
    ApiToken replacedBy(ApiToken next, Instant now) {
        return new ApiToken(
                next.access(),
                next.end(),
                next.renewal()
                        .or(() -> renewal.map(
                                same -> new Renewal(same.token(), same.end(), halfway(now, next.end(), same.end())))));
    }

    private static Optional<Instant> halfway(Instant now, Optional<Instant> end, Optional<Instant> otherEnd) {
        return Stream.of(end, otherEnd)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(first -> now.plus(Duration.between(now, first).dividedBy(2)));
    }

    /** Whether it may still be accepted. */
    boolean alive(Instant now) {
        return end.filter(over -> !now.isBefore(over)).isEmpty();
    }

    /** Whether it should be renewed: not while it lives by a refresh token that has ended, which would only be refused. */
    boolean due(Instant now) {
        return renewal.filter(one -> one.due().filter(at -> !now.isBefore(at)).isPresent())
                .filter(one -> one.alive(now) || !alive(now))
                .isPresent();
    }

    /** After so many seconds: a number, or a text of digits as some servers write it; none if zero, which means "never". */
    private static Optional<Instant> end(JsonObject body, String name, Instant now) {
        return body.integer(name)
                .or(() -> body.text(name)
                        .filter(text -> text.matches("[0-9]{1,9}"))
                        .map(Long::valueOf))
                .filter(life -> life > 0 && life <= Integer.MAX_VALUE)
                .map(now::plusSeconds);
    }
}
