package fr.accroche.wire.admin;

import fr.accroche.wire.DaemonThreads;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes the clocks of several processes one: what moves, stops or resets one does so to all of them, within {@link #WITHIN}. Reading
 * a clock asks nobody; each process looks now and then what the others did.
 *
 * <p>Whoever moves a clock while the state is away gets {@link fr.accroche.wire.state.StateUnavailableException}; it runs on as it was.
 */
public final class SharedClock implements AutoCloseable {

    /** How long a copy may show what was before. */
    public static final Duration WITHIN = Duration.ofMillis(200);

    private static final long FOLLOW_MILLIS = 100;

    private final ClockDial dial;
    private final ScheduledThreadPoolExecutor follower =
            new ScheduledThreadPoolExecutor(1, new DaemonThreads("accroche-clock"));

    private SharedClock(ClockDial dial) {
        this.dial = dial;
    }

    /**
     * Shares a clock; it stands as those of the others at once.
     *
     * @param clock this process's, as those of the others began
     * @param state which may itself go by this clock: what is kept of it lives for ever
     * @throws fr.accroche.wire.state.StateUnavailableException if the state cannot be reached
     */
    public static SharedClock of(MovableClock clock, State state) {
        SharedClock shared = new SharedClock(clock.dial());
        shared.dial.share(state.store("clock", Shape.of(ClockHands.class), 1));
        shared.follower.scheduleWithFixedDelay(shared::follow, FOLLOW_MILLIS, FOLLOW_MILLIS, TimeUnit.MILLISECONDS);
        return shared;
    }

    /** Whatever keeps this process from looking now may be over when it looks again; an exception would end that. */
    private void follow() {
        try {
            dial.follow();
        } catch (RuntimeException notNow) {
            // the clock runs on as it was
        }
    }

    /** Looks no more. */
    @Override
    public void close() {
        follower.shutdownNow();
    }
}
