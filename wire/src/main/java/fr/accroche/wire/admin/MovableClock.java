package fr.accroche.wire.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that is moved, so that cases of minutes and hours take milliseconds: real time plus an offset, or stopped at an instant.
 * One is shared by all the simulators of a chain. What waits for a network goes by real time and not by this. Thread-safe.
 *
 * <p>It goes forward only, as what is issued and noted is dated by it; {@link #reset} alone goes back, to where it began.
 */
public final class MovableClock extends Clock {

    /** No later: what is dated must still fit every format in use. */
    public static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Clock real;
    private final ZoneId zone;
    private final State first;
    private final AtomicReference<State> state;

    /** @param stopped where it stands; empty while it runs */
    private record State(Duration offset, Optional<Instant> stopped) {
        Instant at(Instant real) {
            return stopped.orElseGet(() -> real.plus(offset));
        }

        State movedTo(Instant instant, Instant real) {
            return new State(Duration.between(real, instant), stopped.map(was -> instant));
        }
    }

    /**
     * What it shows.
     *
     * @param now its time
     * @param offset how far it is from real time
     * @param frozen whether it is stopped
     */
    public record Reading(Instant now, Duration offset, boolean frozen) {}

    private MovableClock(Clock real, ZoneId zone, State first, AtomicReference<State> state) {
        this.real = real;
        this.zone = zone;
        this.first = first;
        this.state = state;
    }

    private static MovableClock begun(Clock real, State first) {
        return new MovableClock(real, real.getZone(), first, new AtomicReference<>(first));
    }

    /** One that runs with real time until it is moved. */
    public static MovableClock running(Clock real) {
        return begun(real, new State(Duration.ZERO, Optional.empty()));
    }

    /** One that stands still until it is moved. */
    public static MovableClock stoppedAt(Instant instant) {
        return begun(Clock.systemUTC(), new State(Duration.ZERO, Optional.of(instant)));
    }

    @Override
    public Instant instant() {
        return state.get().at(real.instant());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, moved with this one, read in another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(real, Objects.requireNonNull(other, "zone"), first, state);
    }

    /** Real time, for how long people have waited. */
    public Clock real() {
        return real;
    }

    /** What it shows now. */
    public Reading reading() {
        State shown = state.get();
        Instant now = real.instant();
        return new Reading(
                shown.at(now),
                Duration.between(now, shown.at(now)),
                shown.stopped().isPresent());
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
        state.updateAndGet(was -> {
            Instant now = real.instant();
            return was.movedTo(notTooLate(was.at(now), by), now);
        });
    }

    /**
     * Sets it.
     *
     * @throws IllegalArgumentException if that is before its time, or beyond {@link #LATEST}; it has not moved then
     */
    public void set(Instant instant) {
        state.updateAndGet(was -> {
            Instant now = real.instant();
            if (instant.isBefore(was.at(now))) {
                throw new IllegalArgumentException("the clock goes forward only: expected an instant from "
                        + was.at(now) + " on; reset goes back");
            }
            return was.movedTo(notTooLate(instant, Duration.ZERO), now);
        });
    }

    private static Instant notTooLate(Instant from, Duration by) {
        if (by.compareTo(Duration.between(from, LATEST)) > 0) {
            throw new IllegalArgumentException("the clock goes no further than " + LATEST);
        }
        return from.plus(by);
    }

    /** Stops it where it stands. */
    public void freeze() {
        state.updateAndGet(was -> {
            Instant now = real.instant();
            return new State(was.offset(), Optional.of(was.at(now)));
        });
    }

    /** Lets it run on from where it stands. */
    public void unfreeze() {
        state.updateAndGet(was -> {
            Instant now = real.instant();
            return new State(Duration.between(now, was.at(now)), Optional.empty());
        });
    }

    /** As it was at the beginning: the one way back. */
    public void reset() {
        state.set(first);
    }

    /**
     * Returns once this much time has passed on it: waits in real time while it runs, moves it on where it is stopped.
     *
     * @throws InterruptedException if the thread is to end meanwhile
     */
    public void pass(Duration duration) throws InterruptedException {
        if (state.get().stopped().isPresent()) {
            advance(duration);
        } else {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    }
}
