package fr.accroche.wire;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client's connections: a bounded number of places per host and port, and the connections kept between uses. */
final class ConnectionPool {

    /** Below the keep-alive time of common servers (5 s for some, mostly 60 s and more). */
    private static final Duration REST = Duration.ofSeconds(20);

    private final int places;
    private final Map<Origin, Host> hosts = new HashMap<>();
    private final Set<ClientConnection> open = new HashSet<>();
    private boolean closed;

    ConnectionPool(int places) {
        this.places = places;
    }

    /**
     * Waits for a place, after those who wait already: each is handed the place of one who leaves, so that nobody who comes
     * later takes it. {@link #leave} gives it back.
     *
     * @param end of the time allowed, in {@link System#nanoTime}; if it is over, only a free place is taken
     * @return false if none came free in time, or the thread was interrupted
     */
    boolean enter(Origin origin, long end) {
        CountDownLatch turn = new CountDownLatch(1);
        synchronized (this) {
            refuseClosed();
            Host host = hosts.computeIfAbsent(origin, each -> new Host());
            if (host.taken < places) {
                host.taken++;
                return true;
            }
            if (end - System.nanoTime() <= 0) {
                return false;
            }
            host.waiting.addLast(turn);
        }
        await(turn, end);
        return !leavesTheQueue(origin, turn);
    }

    private static void await(CountDownLatch turn, long end) {
        try {
            turn.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False for one that had its turn, even at the last moment: it has a place. */
    private synchronized boolean leavesTheQueue(Origin origin, CountDownLatch turn) {
        refuseClosed();
        return hosts.get(origin).waiting.remove(turn);
    }

    /** A connection kept for this origin, one of this loop if there is one, the most recently used one first. */
    synchronized Optional<ClientConnection> kept(Origin origin, EventLoop near) {
        Deque<ClientConnection> idle = hosts.get(origin).idle;
        Optional<ClientConnection> nearest = idle.stream()
                .filter(each -> each.channel().eventLoop() == near && each.isFresh(REST))
                .findFirst();
        nearest.ifPresent(idle::remove);
        return nearest.isPresent() ? nearest : kept(origin);
    }

    /** A connection kept for this origin, the most recently used one first. */
    synchronized Optional<ClientConnection> kept(Origin origin) {
        Deque<ClientConnection> idle = hosts.get(origin).idle;
        for (ClientConnection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (next.isFresh(REST)) {
                return Optional.of(next);
            }
            next.close();
        }
        return Optional.empty();
    }

    /** A new connection is there; it is closed with the pool. */
    void opened(Origin origin, ClientConnection connection) {
        synchronized (this) {
            open.add(connection);
            if (closed) {
                connection.close();
            }
        }
        connection.onClose(() -> gone(origin, connection));
    }

    /** Gives a place back, with the connection to keep if there is one. */
    synchronized void leave(Origin origin, Optional<ClientConnection> used) {
        Host host = hosts.get(origin);
        used.filter(ClientConnection::isOpen).ifPresent(connection -> {
            connection.rest();
            host.idle.addFirst(connection);
        });
        CountDownLatch next = host.waiting.pollFirst();
        if (next == null) {
            host.taken--;
            prune(origin);
        } else {
            next.countDown();
        }
    }

    void close() {
        List<ClientConnection> all;
        synchronized (this) {
            closed = true;
            hosts.values().forEach(host -> host.waiting.forEach(CountDownLatch::countDown));
            all = List.copyOf(open);
        }
        all.forEach(ClientConnection::close);
    }

    private synchronized void gone(Origin origin, ClientConnection connection) {
        open.remove(connection);
        Host host = hosts.get(origin);
        if (host != null && host.idle.remove(connection)) {
            prune(origin);
        }
    }

    private void prune(Origin origin) {
        Host host = hosts.get(origin);
        if (host.taken == 0 && host.idle.isEmpty()) {
            hosts.remove(origin);
        }
    }

    private void refuseClosed() {
        if (closed) {
            throw new IllegalStateException("this client is closed");
        }
    }

    private static final class Host {
        private final Deque<ClientConnection> idle = new ArrayDeque<>();

        /** The first to come first; empty where a place is free. */
        private final Deque<CountDownLatch> waiting = new ArrayDeque<>();

        private int taken;
    }
}
