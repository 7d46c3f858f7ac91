package fr.accroche.wire;

import java.time.Instant;

/**
 * What the connections of one server share.
 *
 * @param runtime its loops, workers and clock
 * @param settings how it listens
 * @param handler who answers
 * @param observer who is told of what the handler never sees
 * @param connections those that are open
 */
record Listener(
        WireRuntime runtime,
        ServerSettings settings,
        Handler handler,
        ConnectionObserver observer,
        OpenConnections connections) {

    private static final System.Logger LOG = System.getLogger(WireServer.class.getName());

    Limits limits() {
        return settings.limits();
    }

    /** The handler's answer, or a 500 without detail if it throws anything: what broke is no business of the peer. */
    Outgoing answer(RequestAssembly whole, Presentation presentation) {
        Thread worker = Thread.currentThread();
        String name = worker.getName();
        worker.setName(name + " " + settings.name());
        try {
            return frame(handler.handle(whole.finish(presentation.judged())), whole.method());
        } catch (Throwable failure) {
            tell(() -> observer.handlerFailed(whole.finish(presentation.reported(true)), failure));
            return frame(new Problem(500, null).response(), whole.method());
        } finally {
            worker.setName(name);
        }
    }

    Outgoing frame(Response response, String method) {
        return ResponseFrame.of(response, method, runtime.clock().instant());
    }

    /** Tells the observer, on a worker because it may ask the judge. */
    void handshakeFailed(Presentation presentation, String cause) {
        Instant at = runtime.clock().instant();
        boolean asked = cause.equals(HandshakeCause.NOTHING_PRESENTED);
        HandshakeCause.lacking(cause).ifPresent(presentation::nothingInCommon);
        runtime.runSoon(() -> tell(() -> observer.handshakeFailed(presentation.reported(asked), cause, at)));
    }

    /** Tells the observer, on a worker because it may ask the judge. */
    void requestRefused(Presentation presentation, RefusedRequestException refused) {
        Instant at = runtime.clock().instant();
        runtime.runSoon(() ->
                tell(() -> observer.requestRefused(presentation.judged(), refused.status(), refused.getMessage(), at)));
    }

    private void tell(Runnable notice) {
        try {
            notice.run();
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.WARNING, settings.name() + ": the connection observer failed", broken);
        }
    }
}
