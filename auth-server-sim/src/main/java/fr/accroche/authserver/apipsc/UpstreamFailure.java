package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.Reply;
import java.io.IOException;

/** A server that this one must ask gives no usable answer. Its message is for the wire: ASCII, without values. */
final class UpstreamFailure extends IOException {

    private static final long serialVersionUID = 1L;

    UpstreamFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** 503: nobody's fault but the upstream's, so no rule is broken. */
    Reply reply() {
        return new OAuthError(503, "temporarily_unavailable", getMessage()).reply();
    }
}
