package fr.accroche.wire;

import java.io.IOException;

/** A request got no response. */
public final class ConnectionFailedException extends IOException {

    /** Why. */
    public enum Reason {
        /** No such host, nobody listens, or no route. */
        UNREACHABLE,
        /** The TLS handshake failed: their certificate for us, or ours for them. */
        HANDSHAKE,
        /** No answer within the time allowed. */
        TIMEOUT,
        /** The connection closed, or the answer is no HTTP, before the answer was whole. */
        BROKEN,
        /** The answer is larger than allowed. */
        TOO_LARGE,
        /** Every connection to this server was in use for too long, or so many callers wait that one more would only wait too. */
        BUSY
    }

    private final Reason reason;

    public ConnectionFailedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
