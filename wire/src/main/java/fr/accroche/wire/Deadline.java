package fr.accroche.wire;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * At most one thing that a connection waits for, and until when. Its timer is set anew when it goes off and not at each wait,
 * so that progress costs no more than a look at the clock. Used on its event loop only.
 */
final class Deadline {

    private final EventExecutor loop;
    private Runnable late;
    private long due;
    private ScheduledFuture<?> timer;
    private long timerDue;

    Deadline(EventExecutor loop) {
        this.loop = loop;
    }

    /** Waits from now on, and runs this unless something else is waited for in time, or nothing. */
    void set(Duration allowed, Runnable expired) {
        late = expired;
        due = System.nanoTime() + allowed.toNanos();
        if (timer == null || timerDue - due > 0) {
            setTimer();
        }
    }

    /** Waits for nothing. */
    void clear() {
        late = null;
    }

    /** Waits for nothing, and most likely never again. */
    void end() {
        late = null;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void setTimer() {
        if (timer != null) {
            timer.cancel(false);
        }
        timerDue = due;
        timer = loop.schedule(this::goOff, Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private void goOff() {
        timer = null;
        if (late == null) {
            return;
        }
        if (due - System.nanoTime() > 0) {
            setTimer();
            return;
        }
        Runnable expired = late;
        late = null;
        expired.run();
    }
}
