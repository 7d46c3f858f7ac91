package fr.accroche.wire;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** At most one thing that a connection waits for, and until when. Used on its event loop only. */
final class Deadline {

    private final EventExecutor loop;
    private ScheduledFuture<?> pending;

    Deadline(EventExecutor loop) {
        this.loop = loop;
    }

    void set(Duration allowed, Runnable expired) {
        clear();
        pending = loop.schedule(expired, allowed.toNanos(), TimeUnit.NANOSECONDS);
    }

    void clear() {
        if (pending != null) {
            pending.cancel(false);
            pending = null;
        }
    }
}
