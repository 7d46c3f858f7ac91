package fr.accroche.wire;

import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Remembers what it was told. */
final class RecordingObserver implements ConnectionObserver {

    private final BlockingQueue<FailedHandshake> handshakes = new LinkedBlockingQueue<>();
    private final BlockingQueue<FailedHandler> handlers = new LinkedBlockingQueue<>();

    record FailedHandshake(Peer peer, String cause, Instant at) {}

    private final BlockingQueue<RefusedRequest> requests = new LinkedBlockingQueue<>();

    record RefusedRequest(Peer peer, int status, String cause) {}

    record FailedHandler(Request request, Throwable failure) {}

    @Override
    public void handshakeFailed(Peer peer, String cause, Instant at) {
        handshakes.add(new FailedHandshake(peer, cause, at));
    }

    @Override
    public void requestRefused(Peer peer, int status, String cause, Instant at) {
        requests.add(new RefusedRequest(peer, status, cause));
    }

    @Override
    public void handlerFailed(Request request, Throwable failure) {
        handlers.add(new FailedHandler(request, failure));
    }

    FailedHandshake nextHandshake() {
        return next(handshakes);
    }

    RefusedRequest nextRequest() {
        return next(requests);
    }

    FailedHandler nextHandler() {
        return next(handlers);
    }

    boolean toldNothing() {
        return handshakes.isEmpty() && handlers.isEmpty();
    }

    private static <T> T next(BlockingQueue<T> queue) {
        try {
            T told = queue.poll(5, TimeUnit.SECONDS);
            if (told == null) {
                throw new AssertionError("the observer was told nothing within 5 s");
            }
            return told;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
