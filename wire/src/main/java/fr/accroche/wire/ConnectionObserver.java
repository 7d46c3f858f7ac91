package fr.accroche.wire;

import java.time.Instant;

/**
 * Told of what no handler ever sees. Called on an event loop or a worker: must not wait. A failed handshake and a refused request
 * are told before the peer has its answer, so that whoever asks after that finds them.
 */
public interface ConnectionObserver {

    ConnectionObserver SILENT = new ConnectionObserver() {};

    /**
     * A TLS handshake failed.
     *
     * @param peer who, with the certificates that it presented if it came that far
     * @param cause one line, without secrets
     * @param at when
     */
    default void handshakeFailed(Peer peer, String cause, Instant at) {}

    /**
     * A request was refused before any handler: malformed, too large, too slow, or one too many for the workers
     * of the process.
     *
     * @param peer who
     * @param status the status answered
     * @param cause one line, without any part of the request
     * @param at when
     */
    default void requestRefused(Peer peer, int status, String cause, Instant at) {}

    /** A handler threw: a defect of ours, since handlers answer bad input by themselves. */
    default void handlerFailed(Request request, Throwable failure) {}
}
