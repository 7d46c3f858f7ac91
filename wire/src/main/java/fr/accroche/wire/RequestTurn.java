package fr.accroche.wire;

import io.netty.channel.ChannelFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * One request of a connection, from the worker that looks at it to the end of its answer. Everything here runs on the
 * connection's event loop, but for the worker's part.
 */
final class RequestTurn {

    private final ServerConnection connection;
    private final CallerSide caller;
    private final Listener listener;
    private final Presentation presentation;
    private final RequestAssembly request;

    RequestTurn(
            ServerConnection connection,
            CallerSide caller,
            Listener listener,
            Presentation presentation,
            RequestAssembly request) {
        this.connection = connection;
        this.caller = caller;
        this.listener = listener;
        this.presentation = presentation;
        this.request = request;
    }

    void begin() {
        try {
            listener.runtime().workers().execute(this::work);
        } catch (RejectedExecutionException saturated) {
            RefusedRequestException busy = new RefusedRequestException(503, "every worker of this process is taken");
            connection.observe(busy);
            answer(listener.frame(busy.response().with("Retry-After", "1"), request.method()), unread());
        }
    }

    /** On a worker. */
    private void work() {
        Course course = listener.course(request, presentation, caller.channel().eventLoop());
        connection.onLoop(() -> follow(course));
    }

    private void follow(Course course) {
        if (course instanceof Course.Reply reply) {
            answer(reply.frame(), unread());
        } else if (course instanceof Course.Pipe pipe && connection.isOpen()) {
            new Relay(listener, request, pipe, caller, this).begin();
        } else {
            ((Course.Pipe) course).abandon();
        }
    }

    /** One that is decided on from its head leaves its body unread when it is answered at once. */
    private UnreadBody unread() {
        return new UnreadBody(request, request.relayer().isEmpty());
    }

    private void answer(Outgoing frame, UnreadBody unread) {
        if (!connection.isOpen()) {
            return;
        }
        unread.take(caller.early());
        boolean last = isLast() || unread.costsTheConnection();
        if (last) {
            frame.last();
        } else if (request.isHttp10()) {
            frame.notLast();
        }
        connection.cutAfter(listener.limits().idle().plus(frame.delivery().longer()));
        if (!unread.hasEnded()) {
            caller.tap().open(unread);
        }
        frame.write(caller.context()).addListener(written -> answered(written.isSuccess(), last, unread));
    }

    private void answered(boolean written, boolean last, UnreadBody unread) {
        if (!written || last || unread.hasEnded() || unread.costsTheConnection()) {
            caller.tap().shut();
            connection.turnOver(written, last || unread.costsTheConnection());
            return;
        }
        connection.cutAfter(listener.limits().request());
        unread.then(() -> {
            caller.channel().config().setAutoRead(false);
            caller.tap().shut();
            connection.turnOver(true, false);
        });
        caller.channel().config().setAutoRead(true);
    }

    /** Whether the answer is the last of this connection, as far as can be told. */
    boolean isLast() {
        return connection.endsAfter(request);
    }

    /**
     * A relayed answer has been written, whole.
     *
     * @param last whether the connection cannot go on
     */
    void answered(ChannelFuture written, boolean last) {
        connection.cutAfter(listener.limits().idle());
        written.addListener(done -> connection.turnOver(done.isSuccess(), last));
    }

    /** Nothing was relayed back: this is answered. */
    void instead(Response response, boolean requestRead) {
        answer(listener.frame(response, request.method()), new UnreadBody(request, requestRead));
    }

    /** Nothing was relayed back: this is answered, and the connection ends. */
    void refused(RefusedRequestException refused) {
        connection.answerLast(refused);
    }

    /** Something was relayed back that cannot be ended. */
    void cut() {
        connection.cut();
    }
}
