package fr.accroche.wire;

/** Answers a request. Runs on a worker thread, never on an event loop, so it may wait. */
@FunctionalInterface
public interface Handler {

    /** Whatever it throws becomes a 500 without detail for the peer, and is reported to the {@link ConnectionObserver}. */
    Response handle(Request request) throws Exception;
}
