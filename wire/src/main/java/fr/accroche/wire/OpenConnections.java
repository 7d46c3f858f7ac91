package fr.accroche.wire;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The connections of one server: counted, bounded, and waited for when it stops. */
final class OpenConnections {

    private final int limit;
    private final Set<ServerConnection> open = new HashSet<>();
    private volatile boolean stopping;

    OpenConnections(int limit) {
        this.limit = limit;
    }

    /** Takes one in; false if the server is full or stops. */
    synchronized boolean admit(ServerConnection connection) {
        return !stopping && open.size() < limit && open.add(connection);
    }

    synchronized void leave(ServerConnection connection) {
        open.remove(connection);
        notifyAll();
    }

    boolean isStopping() {
        return stopping;
    }

    /** Takes in no more. */
    synchronized List<ServerConnection> stop() {
        stopping = true;
        return List.copyOf(open);
    }

    /** Waits until the last one left, or this time has passed; gives those that are left. */
    synchronized List<ServerConnection> awaitEnd(Duration allowed) {
        long end = System.nanoTime() + allowed.toNanos();
        try {
            for (long left = allowed.toMillis();
                    !open.isEmpty() && left > 0;
                    left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(open);
    }
}
