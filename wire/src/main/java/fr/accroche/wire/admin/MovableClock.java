package fr.accroche.wire.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A clock that is moved, so that cases of minutes and hours take milliseconds: real time plus an offset, or stopped at an instant.
 * One is shared by all the simulators of a chain, and by its copies in other processes through {@link SharedClock}. What waits for a network goes by real time and not by this. Thread-safe.
 *
 * <p>It goes forward only, as what is issued and noted is dated by it; {@link #reset} alone goes back, to where it began.
 */
public final class MovableClock extends Clock {

    /** No later: what is dated must still fit every format in use. */
    public static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Clock real;
    private final ZoneId zone;
    private final ClockDial dial;

    /**
     * What it shows.
     *
     * @param now its time
     * @param offset how far it is from real time
     * @param frozen whether it is stopped
     */
    public record Reading(Instant now, Duration offset, boolean frozen) {}

    private MovableClock(Clock real, ZoneId zone, ClockDial dial) {
        this.real = real;
        this.zone = zone;
        this.dial = dial;
    }

    private static MovableClock begun(Clock real, ClockHands first) {
        return new MovableClock(real, real.getZone(), new ClockDial(real, first));
    }

    /** One that runs with real time until it is moved. */
    public static MovableClock running(Clock real) {
        return begun(real, ClockHands.RUNNING);
    }

    /** One that stands still until it is moved. */
    public static MovableClock stoppedAt(Instant instant) {
        return begun(Clock.systemUTC(), ClockHands.stoppedAt(instant));
    }

    @Override
    public Instant instant() {
        return dial.at(real.instant());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, moved with this one, read in another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(real, Objects.requireNonNull(other, "zone"), dial);
    }

    /** Real time, for how long people have waited. */
    public Clock real() {
        return real;
    }

    /** What it shows now. */
    public Reading reading() {
        Instant now = real.instant();
        Instant at = dial.at(now);
        return new Reading(at, Duration.between(now, at), dial.stopped());
    }

    /**
     * Moves it on.
     *
     * @throws IllegalArgumentException if that is backwards, or beyond {@link #LATEST}; it has not moved then
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the clock goes forward only: expected a duration of 0 or more");
        }
        dial.change((was, at, now) -> was.movedTo(notTooLate(at, by), now));
    }

    /**
     * Sets it.
     *
     * @throws IllegalArgumentException if that is before its time, or beyond {@link #LATEST}; it has not moved then
     */
    public void set(Instant instant) {
        dial.change((was, at, now) -> was.movedTo(notBefore(at, instant), now));
    }

    /**
     * Sets it, and stops it there.
     *
     * @throws IllegalArgumentException if that is before its time, or beyond {@link #LATEST}; it has not moved then
     */
    public void stopAt(Instant instant) {
        dial.change((was, at, now) -> was.frozenAt(notBefore(at, instant)));
    }

    private static Instant notBefore(Instant at, Instant instant) {
        if (instant.isBefore(at)) {
            throw new IllegalArgumentException(
                    "the clock goes forward only: expected an instant from " + at + " on; reset goes back");
        }
        return notTooLate(instant, Duration.ZERO);
    }

    private static Instant notTooLate(Instant from, Duration by) {
        if (by.compareTo(Duration.between(from, LATEST)) > 0) {
            throw new IllegalArgumentException("the clock goes no further than " + LATEST);
        }
        return from.plus(by);
    }

    /**
     * Stops it where it stands; one that others share, where none of them has got to yet, so that all of them stop at the same
     * instant.
     */
    public void freeze() {
        Duration ahead = dial.isShared() ? SharedClock.WITHIN : Duration.ZERO;
        dial.change((was, at, now) -> was.stopped().isPresent() ? was : was.frozenAt(at.plus(ahead)));
    }

    /** Lets it run on from where it stands. */
    public void unfreeze() {
        dial.change((was, at, now) -> was.runningFrom(at, now));
    }

    /** As it was at the beginning: the one way back. */
    public void reset() {
        dial.reset();
    }

    ClockDial dial() {
        return dial;
    }

    /**
     * Returns once this much time has passed on it: waits in real time while it runs, moves it on where it is stopped.
     *
     * @throws InterruptedException if the thread is to end meanwhile
     */
    public void pass(Duration duration) throws InterruptedException {
        if (dial.stopped()) {
            advance(duration);
        } else {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    }
}
