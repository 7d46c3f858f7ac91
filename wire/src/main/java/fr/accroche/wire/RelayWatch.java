package fr.accroche.wire;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What the two directions of an exchange wait for, and until when. One timer for both, set anew when it goes off and not at
 * each piece, so that progress costs no more than a look at the clock. Used on one event loop only.
 */
final class RelayWatch {

    private final EventExecutor loop;
    private final Wait request = new Wait();
    private final Wait answer = new Wait();
    private ScheduledFuture<?> timer;
    private long timerDue;

    RelayWatch(EventExecutor loop) {
        this.loop = loop;
    }

    Wait request() {
        return request;
    }

    Wait answer() {
        return answer;
    }

    void stop() {
        request.forNobody();
        answer.forNobody();
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void setTimer(long due) {
        if (timer != null && timerDue - due <= 0) {
            return;
        }
        if (timer != null) {
            timer.cancel(false);
        }
        timerDue = due;
        timer = loop.schedule(this::goOff, Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private void goOff() {
        timer = null;
        request.expireOrWait();
        answer.expireOrWait();
    }

    /** Of one direction. */
    final class Wait {

        private Runnable late;
        private long due;

        private Wait() {}

        /** Waits from now on, and runs this if nothing else is waited for in time. */
        void atMost(Duration allowed, Runnable expired) {
            late = expired;
            due = System.nanoTime() + allowed.toNanos();
            setTimer(due);
        }

        void forNobody() {
            late = null;
        }

        private void expireOrWait() {
            if (late == null) {
                return;
            }
            if (due - System.nanoTime() > 0) {
                setTimer(due);
            } else {
                Runnable expired = late;
                late = null;
                expired.run();
            }
        }
    }
}
