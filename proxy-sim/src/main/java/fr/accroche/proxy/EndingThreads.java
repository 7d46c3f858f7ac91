package fr.accroche.proxy;

import fr.accroche.wire.DaemonThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A few threads for calls that end sessions. When all are taken, or these are closed, whoever asks runs the call: it never waits
 * for a thread, so that no two can wait for each other.
 */
final class EndingThreads implements Executor, AutoCloseable {

    private static final int MOST = 32;
    private static final long IDLE_SECONDS = 5;
    private static final long CLOSE_SECONDS = 2;

    private final ThreadPoolExecutor pool;

    EndingThreads(String server) {
        this.pool = new ThreadPoolExecutor(
                0,
                MOST,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new DaemonThreads(server + "-ending"),
                (call, full) -> call.run());
    }

    @Override
    public void execute(Runnable call) {
        pool.execute(call);
    }

    @Override
    public void close() {
        pool.shutdownNow();
        try {
            pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
