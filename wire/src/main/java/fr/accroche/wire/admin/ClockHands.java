package fr.accroche.wire.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a movable clock stands to real time; never changed.
 *
 * @param turn how many changes made it so: of two, the later one holds
 * @param resets how many of them were resets, the one way back
 * @param offset from real time, while it runs
 * @param stopped where it stands; empty while it runs
 */
record ClockHands(long turn, long resets, Duration offset, Optional<Instant> stopped) {

    static final ClockHands RUNNING = new ClockHands(0, 0, Duration.ZERO, Optional.empty());

    static ClockHands stoppedAt(Instant instant) {
        return new ClockHands(0, 0, Duration.ZERO, Optional.of(instant));
    }

    Instant at(Instant real) {
        return stopped.orElseGet(() -> real.plus(offset));
    }

    /** Standing or running on, as before, but from there. */
    ClockHands movedTo(Instant instant, Instant real) {
        return new ClockHands(turn + 1, resets, Duration.between(real, instant), stopped.map(was -> instant));
    }

    ClockHands frozenAt(Instant instant) {
        return new ClockHands(turn + 1, resets, offset, Optional.of(instant));
    }

    ClockHands runningFrom(Instant instant, Instant real) {
        return new ClockHands(turn + 1, resets, Duration.between(real, instant), Optional.empty());
    }

    /** As at the beginning. */
    ClockHands reset(ClockHands first) {
        return new ClockHands(turn + 1, resets + 1, first.offset(), first.stopped());
    }
}
