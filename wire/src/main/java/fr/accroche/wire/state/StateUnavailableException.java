package fr.accroche.wire.state;

import fr.accroche.wire.Problem;
import fr.accroche.wire.Response;
import java.util.Objects;
import java.util.Optional;

/**
 * What simulators share cannot be had now: it cannot be reached, or it refuses; a later call may do better. What this one had begun
 * may be done or not.
 */
public final class StateUnavailableException extends RuntimeException {

    /** How a hop that ends so is noted, with {@link #STATUS}. */
    public static final String ANSWER = "state_unavailable";

    /** Service Unavailable (RFC 9110 §15.6.4). */
    public static final int STATUS = 503;

    private static final long serialVersionUID = 1L;
    private static final String RETRY_SECONDS = "1";

    private final String where;
    private final String refusal;

    /**
     * It cannot be reached.
     *
     * @param where what cannot be reached, without what opens it: {@code redis://127.0.0.1:6379}
     * @param cause why
     */
    public StateUnavailableException(String where, Throwable cause) {
        super(said(where, "cannot be reached: call again"), cause);
        this.where = where;
        this.refusal = null;
    }

    /**
     * It refuses.
     *
     * @param where what does, without what opens it
     * @param refusal the word that its answer begins with, {@code OOM}; no more of it, as it may repeat what was asked
     * @param remedy what that means, and what to do
     */
    public StateUnavailableException(String where, String refusal, String remedy, Throwable cause) {
        super(said(where, "answers " + refusal + ", " + remedy + ": call again then"), cause);
        this.where = where;
        this.refusal = refusal;
    }

    private static String said(String where, String what) {
        return "the state that this server shares with others, " + Objects.requireNonNull(where, "where") + ", " + what;
    }

    /** The word by which it refuses; empty where it cannot be reached. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What cannot be had, without what opens it. */
    public String where() {
        return where;
    }

    /** What a server answers then. */
    public Response response() {
        return new Problem(STATUS, getMessage()).response().with("Retry-After", RETRY_SECONDS);
    }
}
