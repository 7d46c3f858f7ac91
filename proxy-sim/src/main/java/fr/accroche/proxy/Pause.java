package fr.accroche.proxy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How the proxy waits between two polls of PSC (CIBA Core §10.1.1); tests give one that does not wait. */
@FunctionalInterface
public interface Pause {

    /** Waits on the calling worker thread. */
    Pause REAL = duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());

    /**
     * Returns once this time has passed.
     *
     * @throws InterruptedException if the proxy stops meanwhile
     */
    void await(Duration duration) throws InterruptedException;
}
