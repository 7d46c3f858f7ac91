package fr.accroche.wire;

import io.netty.channel.EventLoop;
import java.util.Optional;

/** One place in a client's pool and the connection that has it, for one relayed exchange. */
final class LeasedConnection {

    private final WireClient client;
    private final Origin origin;
    private final ClientConnection connection;
    private final boolean kept;

    /** @param kept whether it served before: its server may have closed it meanwhile */
    LeasedConnection(WireClient client, Origin origin, ClientConnection connection, boolean kept) {
        this.client = client;
        this.origin = origin;
        this.connection = connection;
        this.kept = kept;
    }

    ClientConnection connection() {
        return connection;
    }

    Origin origin() {
        return origin;
    }

    ClientSettings settings() {
        return client.settings();
    }

    boolean isKept() {
        return kept;
    }

    /** What failed, for people: before any answer, the usual cause is the certificate that we presented. */
    String about(LostAnswerException lost) {
        return client.about(origin, lost);
    }

    /** A new connection in the place of this one, which is closed; if there is none, the place is given back. Waits. */
    LeasedConnection replaced(EventLoop near) throws ConnectionFailedException {
        connection.close();
        return client.freshInPlace(origin, near);
    }

    /** Gives the place back, and the connection if it can serve again; call once. */
    void end(boolean reusable) {
        if (!reusable) {
            connection.close();
        }
        client.leave(origin, reusable ? Optional.of(connection) : Optional.empty());
    }
}
