package fr.accroche.proxy;

import fr.accroche.wire.ConnectionFailedException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts the failures in a row of one téléservice towards one client, and refuses further calls for a while once there are too
 * many:
 *
 * <pre>
 * CLOSED ──failures──► OPEN ──rest──► TRIED by one call ──► CLOSED, or OPEN again
 * </pre>
 *
 * Only what never came to a whole answer is a failure: an answer of 500 says that somebody is there.
 */
final class CircuitBreaker {

    private final Breaking breaking;
    private final Clock clock;
    private int failures;
    private Instant openSince;
    private Permit trial;

    CircuitBreaker(Breaking breaking, Clock clock) {
        this.breaking = breaking;
        this.clock = clock;
    }

    /** What a call comes to. */
    sealed interface Ruling {}

    /** It is refused.
     *
     * @param left how long it would be again, never zero
     */
    record Open(Duration left) implements Ruling {}

    /** It may be made; tell what came of it. */
    final class Permit implements Ruling {

        private Permit() {}

        /** An answer has come, whatever it says: whole, or as much of it as its caller wanted. */
        void succeeded() {
            settle(this, true);
        }

        /** None came, or not all of it. */
        void failed() {
            settle(this, false);
        }

        /** The same; but too many callers at once, or a body over the proxy's own limit, say nothing against the téléservice. */
        void failed(Reason reason) {
            if (reason == Reason.BUSY || reason == Reason.TOO_LARGE) {
                abandoned();
            } else {
                failed();
            }
        }

        /** Nothing can be told from it. */
        void abandoned() {
            giveUp(this);
        }
    }

    /** A trial whose outcome nobody tells is followed by another one after the next rest. */
    synchronized Ruling ask() {
        if (openSince == null) {
            return new Permit();
        }
        Instant now = clock.instant();
        Duration left = breaking.rest().minus(Duration.between(openSince, now));
        boolean setBack = now.isBefore(openSince);
        if (left.isNegative() || left.isZero() || setBack) {
            openSince = now;
            trial = new Permit();
            return trial;
        }
        return new Open(left);
    }

    synchronized boolean isOpen() {
        return openSince != null;
    }

    synchronized void reset() {
        failures = 0;
        openSince = null;
        trial = null;
    }

    /** While it is open only the trial counts: the others were under way before. */
    private synchronized void settle(Permit permit, boolean answered) {
        if (openSince != null && permit != trial) {
            return;
        }
        trial = null;
        if (answered) {
            failures = 0;
            openSince = null;
        } else {
            failures++;
            openSince = openSince != null || failures >= breaking.failures() ? clock.instant() : null;
        }
    }

    private synchronized void giveUp(Permit permit) {
        if (permit == trial) {
            trial = null;
            openSince = openSince.minus(breaking.rest()); // the next one tries
        }
    }
}
