package fr.accroche.scenarios.probe;

import fr.accroche.wire.ClientSettings;
import java.time.Duration;

/**
 * What a probe bears from a server.
 *
 * @param connect for the connection and its handshake
 * @param answer for the whole answer
 * @param bytes the largest body that is read
 */
public record Patience(Duration connect, Duration answer, int bytes) {

    /** A server of a test takes milliseconds; ten seconds are those of one that wakes up. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), 1024 * 1024);

    /** The same connection, with no more patience than this. */
    ClientSettings bound(ClientSettings caller) {
        return new ClientSettings(
                caller.identity(),
                caller.trusted(),
                connect,
                answer,
                bytes,
                caller.connectionsPerHost(),
                caller.onlySuite());
    }
}
