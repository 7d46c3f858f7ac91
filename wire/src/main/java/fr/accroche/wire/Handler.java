package fr.accroche.wire;

import java.util.Optional;

/** Answers a request. Runs on a worker thread, never on an event loop, so it may wait. */
@FunctionalInterface
public interface Handler {

    /** Whatever it throws becomes a 500 without detail for the peer, and is reported to the {@link ConnectionObserver}. */
    Response handle(Request request) throws Exception;

    /**
     * Who decides on such a request from its head; empty where {@link #handle} answers it whole. Asked on an event loop: must
     * not wait.
     *
     * @param path still percent-encoded
     */
    default Optional<Relayer> relayer(String method, String path) {
        return Optional.empty();
    }
}
