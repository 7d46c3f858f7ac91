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
     * Waits for a place; {@link #leave} gives it back.
     *
     * @param end of the time allowed, in {@link System#nanoTime}
     * @return false if none came free in time, or the thread was interrupted
     */
    synchronized boolean enter(Origin origin, long end) {
        for (long left = end - System.nanoTime(); taken(origin) >= places; left = end - System.nanoTime()) {
            try {
                if (left <= 0) {
                    return false;
                }
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        refuseClosed();
        hosts.computeIfAbsent(origin, each -> new Host()).taken++;
        return true;
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
        host.taken--;
        used.filter(ClientConnection::isOpen).ifPresent(connection -> {
            connection.rest();
            host.idle.addFirst(connection);
        });
        prune(origin);
        notifyAll();
    }

    void close() {
        List<ClientConnection> all;
        synchronized (this) {
            closed = true;
            notifyAll();
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

    private int taken(Origin origin) {
        refuseClosed();
        Host host = hosts.get(origin);
        return host == null ? 0 : host.taken;
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
        private int taken;
    }
}
