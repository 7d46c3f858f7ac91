package fr.accroche.proxy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looking again and again at what another copy does, for so long of real time.
 *
 * @param end when it is no longer waited for, by {@link System#nanoTime}
 */
record Waiting(long end) {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    static Waiting atMost(Duration limit) {
        return new Waiting(System.nanoTime() + limit.toNanos());
    }

    /** Whether to look again, after a pause; not where the thread is to end. */
    boolean goesOn() {
        if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
            return false;
        }
        LockSupport.parkNanos(this, PAUSE_NANOS);
        return true;
    }
}
