package fr.accroche.wire;

import java.nio.ByteBuffer;

/**
 * Told of one relayed exchange, by one thread at a time, mostly an event loop: must not wait.
 *
 * <p>Exactly one of {@link #failed} and {@link #ended} is called, once, whatever comes of the exchange, and before the
 * caller sees the end of its answer.
 */
public interface RelayObserver {

    /**
     * A piece of the request's body goes on.
     *
     * @param piece valid during the call only
     */
    void sending(ByteBuffer piece);

    /** The request's body has gone on, whole. */
    void sent();

    /**
     * The head of an answer has come: interim ones (1xx) first if there are any, then the final one.
     *
     * @param headers as they came, those of the connection (RFC 9110 §7.6.1) among them
     * @return the header fields to send back; wire frames the body by itself
     */
    Headers answered(int status, Headers headers);

    /** The server failed before the head of its answer: the exchange ends with the answer that this returns. */
    Response failed(RelayEnd.ServerFailed failure);

    /** The exchange has ended in any other way. */
    void ended(RelayEnd end);
}
