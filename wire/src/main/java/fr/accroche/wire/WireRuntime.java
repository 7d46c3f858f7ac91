package fr.accroche.wire;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetAddress;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The event loops and the one worker pool that the servers and clients of a process share.
 *
 * <p>The pool grows up to its bound and has no queue: a call from one of our servers to another one holds a worker while
 * it waits for a second one, so a queue in front of a fixed pool could wait for itself for ever. Past the bound a server
 * answers 503 instead.
 */
public final class WireRuntime implements AutoCloseable {

    private static final int MAX_WORKERS = 256;
    private static final int WAITING_SHARE = 4;
    private static final long IDLE_WORKER_SECONDS = 30;
    private static final long CLOSE_SECONDS = 2;

    private final Clock clock;
    private final EventLoopGroup loops;
    private final ThreadPoolExecutor workers;
    private final WaitingCallers waiting;
    private final NameLookup names;

    private WireRuntime(Clock clock, int maxWorkers, NameLookup names) {
        this.clock = clock;
        this.names = names;
        this.loops = new MultiThreadIoEventLoopGroup(
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                new DefaultThreadFactory("accroche-loop", true),
                NioIoHandler.newFactory());
        this.workers = new ThreadPoolExecutor(
                0,
                maxWorkers,
                IDLE_WORKER_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new DefaultThreadFactory("accroche-worker", true));
        this.waiting = new WaitingCallers(Math.max(1, maxWorkers / WAITING_SHARE));
    }

    /** Starts with the system clock. */
    public static WireRuntime start() {
        return start(Clock.systemUTC());
    }

    /**
     * Starts; threads come when they are needed, and none keeps the process alive.
     *
     * @param clock dates the responses and the failed handshakes; timeouts do not follow it
     */
    public static WireRuntime start(Clock clock) {
        return start(clock, MAX_WORKERS);
    }

    static WireRuntime start(Clock clock, int maxWorkers) {
        return start(clock, maxWorkers, InetAddress::getAllByName);
    }

    static WireRuntime start(Clock clock, int maxWorkers, NameLookup names) {
        return new WireRuntime(clock, maxWorkers, names);
    }

    /** Ends within a few seconds. Close the servers and the clients first: what is under way is cut. */
    @Override
    public void close() {
        workers.shutdown();
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS + 1, TimeUnit.SECONDS);
        workers.shutdownNow();
        awaitWorkers();
    }

    /** What a worker has begun to tell an observer is told before the caller goes on to read it. */
    private void awaitWorkers() {
        try {
            workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    Clock clock() {
        return clock;
    }

    EventLoopGroup loops() {
        return loops;
    }

    NameLookup names() {
        return names;
    }

    /** Who of them wait for which server. */
    WaitingCallers waiting() {
        return waiting;
    }

    /** Runs a task that may wait; throws {@link RejectedExecutionException} when every worker is taken. */
    Executor workers() {
        return workers;
    }

    /** Runs a task that must run: on a worker or, when every one is taken, here and now. */
    void runSoon(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException saturated) {
            task.run();
        }
    }

    /** A loop that waits for what only a loop can bring would wait for ever. */
    void refuseEventLoop(String what) {
        for (EventExecutor loop : loops) {
            if (loop.inEventLoop()) {
                throw new IllegalStateException(what + " waits: call it from a worker, not from an event loop");
            }
        }
    }
}
