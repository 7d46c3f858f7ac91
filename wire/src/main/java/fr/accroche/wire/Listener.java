package fr.accroche.wire;

import fr.accroche.wire.ConnectionFailedException.Reason;
import fr.accroche.wire.state.StateUnavailableException;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpRequest;
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

    /**
     * What the handler makes of it, or a 500 without detail if it throws anything: what broke is no business of the peer. A state
     * that cannot be reached is: it may call again.
     */
    Course course(RequestAssembly request, Presentation presentation, EventLoop near) {
        Thread worker = Thread.currentThread();
        String name = worker.getName();
        worker.setName(name + " " + settings.name());
        try {
            Request known = request.finish(presentation.judged());
            return request.relayer().isPresent()
                    ? relayed(request, request.relayer().get().decide(known), near)
                    : new Course.Reply(frame(handler.handle(known), request.method()));
        } catch (Throwable failure) {
            tell(() -> observer.handlerFailed(request.finish(presentation.reported(true)), failure));
            return new Course.Reply(frame(unanswered(failure), request.method()));
        } finally {
            worker.setName(name);
        }
    }

    private Course relayed(RequestAssembly request, Decision decision, EventLoop near) {
        if (decision instanceof Decision.Answered answered) {
            return new Course.Reply(frame(answered.response(), request.method()));
        }
        Decision.Relayed order = (Decision.Relayed) decision;
        try {
            HttpRequest head = RequestFrame.relayed(request.head(), order.head());
            return new Course.Pipe(
                    order, head, order.client().lease(order.head().uri(), near));
        } catch (ConnectionFailedException failed) {
            RelayEnd.ServerFailed why = new RelayEnd.ServerFailed(failed.reason(), failed.getMessage());
            return new Course.Reply(frame(order.observer().failed(why), request.method()));
        } catch (RuntimeException defect) {
            order.observer().failed(new RelayEnd.ServerFailed(Reason.BROKEN, "the request cannot be sent"));
            throw defect;
        }
    }

    /** What is shared and out of reach comes back: that is said. */
    private static Response unanswered(Throwable failure) {
        return failure instanceof StateUnavailableException unavailable
                ? unavailable.response()
                : new Problem(500, null).response();
    }

    Outgoing frame(Response response, String method) {
        return ResponseFrame.of(response, method, runtime.clock().instant());
    }

    /**
     * Tells the observer, on a worker because it may ask the judge.
     *
     * @param then run once it knows
     */
    void handshakeFailed(Presentation presentation, String cause, Runnable then) {
        Instant at = runtime.clock().instant();
        boolean asked = cause.equals(HandshakeCause.NOTHING_PRESENTED);
        HandshakeCause.lacking(cause).ifPresent(presentation::nothingInCommon);
        tellSoon(() -> observer.handshakeFailed(presentation.reported(asked), cause, at), then);
    }

    /**
     * Tells the observer, on a worker because it may ask the judge.
     *
     * @param then run once it knows
     */
    void requestRefused(Presentation presentation, RefusedRequestException refused, Runnable then) {
        Instant at = runtime.clock().instant();
        tellSoon(
                () -> observer.requestRefused(presentation.judged(), refused.status(), refused.getMessage(), at), then);
    }

    private void tellSoon(Runnable notice, Runnable then) {
        runtime.runSoon(() -> {
            try {
                tell(notice);
            } finally {
                then.run();
            }
        });
    }

    private void tell(Runnable notice) {
        try {
            notice.run();
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.WARNING, settings.name() + ": the connection observer failed", broken);
        }
    }
}
