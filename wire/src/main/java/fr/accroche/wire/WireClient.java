package fr.accroche.wire;

import fr.accroche.wire.ConnectionFailedException.Reason;
import fr.accroche.wire.LostAnswerException.Progress;
import io.netty.channel.EventLoop;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * An HTTPS client with one identity. Its connections are never shared with another identity's.
 *
 * <p>It follows no redirect, keeps no cookie and asks no proxy: a test harness shows what was sent and what came back.
 */
public final class WireClient implements AutoCloseable {

    /** RFC 9110 §9.2.2. */
    static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final WireRuntime runtime;
    private final ClientSettings settings;
    private final Connector connector;
    private final ConnectionPool pool;
    private final boolean plainHere;

    /** @throws IllegalArgumentException if the settings trust no root */
    public WireClient(WireRuntime runtime, ClientSettings settings) {
        this(runtime, settings, false);
    }

    /** One that also speaks plain HTTP to this machine, and to no other: a program under development may listen so. */
    public static WireClient plainOnThisMachine(WireRuntime runtime, ClientSettings settings) {
        return new WireClient(runtime, settings, true);
    }

    private WireClient(WireRuntime runtime, ClientSettings settings, boolean plainHere) {
        this.runtime = runtime;
        this.settings = settings;
        this.connector = new Connector(runtime, settings);
        this.pool = new ConnectionPool(settings.connectionsPerHost());
        this.plainHere = plainHere;
    }

    /**
     * Sends and waits for the whole response.
     *
     * <p>A kept connection that the server closed meanwhile is replaced once, if nothing was written to it or the method
     * is idempotent (RFC 9110 §9.2.2).
     *
     * @throws ConnectionFailedException with its {@link ConnectionFailedException.Reason} when no response came
     * @throws IllegalArgumentException if the URI is not an absolute https one, or a header cannot be sent as it is
     * @throws IllegalStateException on an event loop, which may not wait, or after {@link #close}
     */
    public Response send(ClientRequest request) throws ConnectionFailedException {
        runtime.refuseEventLoop("sending a request");
        Origin origin = plainHere ? Origin.secureOrHere(request.uri()) : Origin.of(request.uri());
        if (!pool.enter(origin, connectBy())) {
            throw allTaken(origin);
        }
        Lease lease = new Lease(origin);
        try {
            return lease.send(request);
        } finally {
            pool.leave(origin, lease.used);
        }
    }

    /**
     * A connection for one relayed exchange. Waits as {@link #send} does, but no more than so many callers for one server:
     * one that is dead shall not hold every worker.
     *
     * @param near the loop that the connection should run on
     */
    LeasedConnection lease(URI uri, EventLoop near) throws ConnectionFailedException {
        Origin origin = Origin.of(uri);
        boolean placed = pool.enter(origin, System.nanoTime());
        if (placed) {
            Optional<ClientConnection> kept = pool.kept(origin, near);
            if (kept.isPresent()) {
                return new LeasedConnection(this, origin, kept.get(), true);
            }
        }
        if (!runtime.waiting().join(origin)) {
            if (placed) {
                pool.leave(origin, Optional.empty());
            }
            throw new ConnectionFailedException(Reason.BUSY, origin + ": too many callers wait for it already", null);
        }
        try {
            return waitFor(origin, near, placed);
        } finally {
            runtime.waiting().quit(origin);
        }
    }

    private LeasedConnection waitFor(Origin origin, EventLoop near, boolean placed) throws ConnectionFailedException {
        if (placed) {
            return freshInPlace(origin, near);
        }
        if (!pool.enter(origin, connectBy())) {
            throw allTaken(origin);
        }
        Optional<ClientConnection> kept = pool.kept(origin, near);
        return kept.isPresent() ? new LeasedConnection(this, origin, kept.get(), true) : freshInPlace(origin, near);
    }

    /** In the place that the caller has, and loses if this fails. How long it waited for that place is not counted. */
    LeasedConnection freshInPlace(Origin origin, EventLoop near) throws ConnectionFailedException {
        boolean opened = false;
        try {
            ClientConnection connection = connector.open(origin, near, connectBy());
            pool.opened(origin, connection);
            opened = true;
            return new LeasedConnection(this, origin, connection, false);
        } finally {
            if (!opened) {
                pool.leave(origin, Optional.empty());
            }
        }
    }

    void leave(Origin origin, Optional<ClientConnection> used) {
        pool.leave(origin, used);
    }

    ClientSettings settings() {
        return settings;
    }

    String about(Origin origin, LostAnswerException lost) {
        String presented = lost.progress() == Progress.BEGUN ? "" : "; we presented " + connector.presented();
        return origin + ": " + lost.getMessage() + presented;
    }

    /**
     * What a server shows in a handshake, leaf first. A connection is opened for that, and closed.
     *
     * @throws ConnectionFailedException when there is no connection, or no belief in what was shown
     */
    public List<X509Certificate> certificates(URI uri) throws ConnectionFailedException {
        runtime.refuseEventLoop("connecting");
        Origin origin = Origin.of(uri);
        ClientConnection connection = connector.open(origin, runtime.loops(), connectBy());
        try {
            return connection.peer();
        } catch (SSLPeerUnverifiedException nothing) {
            throw new ConnectionFailedException(
                    Reason.HANDSHAKE, origin + ": the server showed no certificate", nothing);
        } finally {
            connection.close();
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private ConnectionFailedException allTaken(Origin origin) {
        return new ConnectionFailedException(
                Reason.BUSY,
                origin + ": all " + settings.connectionsPerHost() + " connections were in use for "
                        + settings.connect().toMillis() + " ms",
                null);
    }

    private long connectBy() {
        return System.nanoTime() + settings.connect().toNanos();
    }

    /** One place in the pool, for one request. */
    private final class Lease {

        private final Origin origin;
        private Optional<ClientConnection> used = Optional.empty();

        private Lease(Origin origin) {
            this.origin = origin;
        }

        private Response send(ClientRequest request) throws ConnectionFailedException {
            used = pool.kept(origin);
            if (used.isPresent()) {
                try {
                    return used.get().send(request, settings.response());
                } catch (LostAnswerException lost) {
                    if (!mayRetry(request, lost.progress())) {
                        throw failed(lost);
                    }
                }
            }
            return sendFresh(request);
        }

        private Response sendFresh(ClientRequest request) throws ConnectionFailedException {
            used = Optional.empty();
            ClientConnection fresh = connector.open(origin, runtime.loops(), connectBy());
            used = Optional.of(fresh);
            pool.opened(origin, fresh);
            try {
                return fresh.send(request, settings.response());
            } catch (LostAnswerException lost) {
                throw failed(lost);
            }
        }

        private boolean mayRetry(ClientRequest request, Progress progress) {
            return progress == Progress.UNSENT
                    || progress == Progress.UNANSWERED && IDEMPOTENT.contains(request.method());
        }

        private ConnectionFailedException failed(LostAnswerException lost) {
            return new ConnectionFailedException(lost.reason(), about(origin, lost), lost.getCause());
        }
    }
}
