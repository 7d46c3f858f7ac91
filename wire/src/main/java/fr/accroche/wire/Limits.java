package fr.accroche.wire;

import java.time.Duration;

/**
 * What a listener bears from a peer.
 *
 * @param bodyBytes largest request body; beyond, 413
 * @param headBytes largest request line, and largest header section; beyond, 414 or 431
 * @param connections open connections at once; a further one is closed at accept
 * @param handshake for the TLS handshake to end
 * @param request for a whole request to arrive once its first byte did
 * @param idle for a kept-alive connection to stay silent, and for a peer to take a whole response
 * @param relayed for requests that are relayed: to their bodies, neither {@code bodyBytes} nor {@code request} applies
 */
public record Limits(
        int bodyBytes,
        int headBytes,
        int connections,
        Duration handshake,
        Duration request,
        Duration idle,
        RelayLimits relayed) {

    public static final Limits DEFAULT = new Limits(
            16 * 1024 * 1024,
            32 * 1024,
            10_000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));

    /** With the usual limits for what is relayed. */
    public Limits(int bodyBytes, int headBytes, int connections, Duration handshake, Duration request, Duration idle) {
        this(bodyBytes, headBytes, connections, handshake, request, idle, RelayLimits.DEFAULT);
    }

    /** The same with no larger body than this. */
    public Limits withBodyAtMost(int bytes) {
        return new Limits(Math.min(bodyBytes, bytes), headBytes, connections, handshake, request, idle, relayed);
    }

    /** The same with other limits for what is relayed. */
    public Limits relaying(RelayLimits others) {
        return new Limits(bodyBytes, headBytes, connections, handshake, request, idle, others);
    }
}
