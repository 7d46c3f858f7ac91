package fr.accroche.wire.state;

import fr.accroche.wire.Problem;
import fr.accroche.wire.Response;
import java.util.Objects;

/** What simulators share cannot be reached now; a later call may do better. What this one had begun may be done or not. */
public final class StateUnavailableException extends RuntimeException {

    /** How a hop that ends so is noted, with {@link #STATUS}. */
    public static final String ANSWER = "state_unavailable";

    /** Service Unavailable (RFC 9110 §15.6.4). */
    public static final int STATUS = 503;

    private static final long serialVersionUID = 1L;
    private static final String RETRY_SECONDS = "1";

    private final String where;

    /**
     * @param where what cannot be reached, without what opens it: {@code redis://127.0.0.1:6379}
     * @param cause why
     */
    public StateUnavailableException(String where, Throwable cause) {
        super(
                "the state that this server shares with others, " + Objects.requireNonNull(where, "where")
                        + ", cannot be reached: call again",
                cause);
        this.where = where;
    }

    /** What cannot be reached, without what opens it. */
    public String where() {
        return where;
    }

    /** What a server answers then. */
    public Response response() {
        return new Problem(STATUS, getMessage()).response().with("Retry-After", RETRY_SECONDS);
    }
}
