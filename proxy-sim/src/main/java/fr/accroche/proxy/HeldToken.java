package fr.accroche.proxy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The token of one téléservice in one session. One call renews it at a time: a refresh token serves once, and its second use
 * revokes all that came from it (RFC 9700 §4.14.2). Thread-safe.
 */
final class HeldToken {

    /** How long a token that lives is used on after its server did not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Clock clock;
    private ApiToken current;
    private boolean over;
    private Instant notBefore = Instant.MIN;
    private Optional<Refused> refused = Optional.empty();
    private Optional<CompletableFuture<Outcome<ApiToken>>> underWay = Optional.empty();

    HeldToken(ApiToken first, Clock clock) {
        this.current = first;
        this.clock = clock;
    }

    /**
     * The token to send now, renewed first where that is due. Once a server has refused to renew it, so is every call: the
     * professional must connect again. A server that does not answer is asked again later, and the token used while it lives.
     *
     * @param renewal redeems the refresh token; only one runs at a time, and other calls wait for its outcome unless the token
     *     still lives
     */
    Outcome<ApiToken> toSend(Function<ApiToken, Outcome<ApiToken>> renewal) {
        CompletableFuture<Outcome<ApiToken>> mine = new CompletableFuture<>();
        CompletableFuture<Outcome<ApiToken>> awaited;
        ApiToken held;
        synchronized (this) {
            held = current;
            if (refused.isPresent()) {
                return Outcome.refused(refused.get());
            }
            if (over || !isDue()) {
                return Outcome.next(held);
            }
            awaited = underWay.orElse(mine);
            underWay = Optional.of(awaited);
        }
        if (awaited == mine) {
            renew(held, renewal, mine);
        } else if (held.alive(clock.instant())) {
            return Outcome.next(held);
        }
        return awaited.join();
    }

    /** The token that is left once the session is over: that of a renewal that was under way; none begins any more. */
    ApiToken last() {
        Optional<CompletableFuture<Outcome<ApiToken>>> awaited;
        synchronized (this) {
            over = true;
            awaited = underWay;
        }
        awaited.ifPresent(
                renewal -> renewal.handle((outcome, defect) -> outcome).join());
        synchronized (this) {
            return current;
        }
    }

    /** What a proxy that never renews anything sends. */
    synchronized Outcome<ApiToken> asItIs() {
        return Outcome.next(current);
    }

    private boolean isDue() {
        Instant now = clock.instant();
        return current.due(now) && !(current.alive(now) && now.isBefore(notBefore));
    }

    private void renew(
            ApiToken held,
            Function<ApiToken, Outcome<ApiToken>> renewal,
            CompletableFuture<Outcome<ApiToken>> awaited) {
        try {
            awaited.complete(kept(held, renewal.apply(held)));
        } catch (RuntimeException | Error defect) {
            awaited.completeExceptionally(defect); // else whoever waits for it waits for ever
            throw defect;
        } finally {
            synchronized (this) {
                underWay = Optional.empty();
            }
        }
    }

    private synchronized Outcome<ApiToken> kept(ApiToken held, Outcome<ApiToken> renewed) {
        return renewed.fold(
                token -> {
                    current = token;
                    return renewed;
                },
                refusal -> {
                    if (refusal.grounds() instanceof Grounds.UpstreamRefused) {
                        refused = Optional.of(refusal);
                        return renewed;
                    }
                    notBefore = clock.instant().plus(PATIENCE);
                    return held.alive(clock.instant()) ? Outcome.next(held) : renewed;
                });
    }
}
