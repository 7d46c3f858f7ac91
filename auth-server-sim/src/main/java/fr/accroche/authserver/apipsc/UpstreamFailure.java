package fr.accroche.authserver.apipsc;

import java.io.IOException;

/** A server that this one must ask gives no usable answer. Its message is for the wire: ASCII, without values. */
final class UpstreamFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final WireError wire;

    UpstreamFailure(WireError wire, String message, Throwable cause) {
        super(message, cause);
        this.wire = wire;
    }

    /** What the caller is told. */
    WireError wire() {
        return wire;
    }

    /** The same, of which the caller is told something else. */
    UpstreamFailure told(WireError other) {
        return new UpstreamFailure(other, getMessage(), this);
    }
}
