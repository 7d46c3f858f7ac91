package fr.accroche.wire;

import fr.accroche.wire.ConnectionFailedException.Reason;

/** How a relayed exchange ended. */
public sealed interface RelayEnd {

    /** The whole answer went back. */
    record Whole() implements RelayEnd {}

    /**
     * The caller did not keep up its end. It is answered {@code status} if no answer had begun, and cut off otherwise.
     *
     * @param status 400 malformed, 408 too slow, 413 too large; 0 if it left
     * @param what one line, without any part of the request
     */
    record CallerFailed(int status, String what) implements RelayEnd {}

    /**
     * The server did not keep up its own. Once its answer had begun, the caller is cut off, so that it cannot take what came
     * for the whole (RFC 9112 §8).
     *
     * @param reason why
     * @param what one line
     */
    record ServerFailed(Reason reason, String what) implements RelayEnd {}
}
