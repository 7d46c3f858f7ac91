package fr.accroche.wire;

import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/**
 * Threads that keep no process up.
 *
 * @param name of each
 */
public record DaemonThreads(String name) implements ThreadFactory {

    public DaemonThreads {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
