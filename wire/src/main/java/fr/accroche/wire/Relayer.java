package fr.accroche.wire;

/**
 * Decides what becomes of a request from its head, while its body still waits at the client. Runs on a worker thread, never
 * on an event loop, so it may wait.
 */
@FunctionalInterface
public interface Relayer {

    /**
     * Whatever it throws becomes a 500 without detail for the peer, and is reported to the {@link ConnectionObserver}.
     *
     * @param head the request without its body, of which nothing has been read
     */
    Decision decide(Request head) throws Exception;
}
