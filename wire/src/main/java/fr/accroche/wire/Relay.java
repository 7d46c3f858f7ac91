package fr.accroche.wire;

import fr.accroche.wire.ConnectionFailedException.Reason;
import fr.accroche.wire.LostAnswerException.Progress;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/**
 * One relayed exchange: two channels, each read only while the other has room, and no thread that waits. Everything runs on
 * the caller's event loop, in the order in which it happened on each side.
 *
 * <p>The next read of a side is asked for once all that the one before brought was written to the other, so no more than one
 * read and what Netty's high-water mark allows is held in each direction.
 */
final class Relay {

    private final WireRuntime runtime;
    private final RequestAssembly head;
    private final Decision.Relayed order;
    private final HttpRequest outgoing;
    private final RelayLimits limits;
    private final Channel caller;
    private final RelayTap tap;
    private final EarlyParts early;
    private final RequestTurn turn;
    private final Deadline requestWait;
    private final Deadline answerWait;
    private final RequestFlow request;
    private final RelayedHead heads;
    private final ClientSettings patience;
    private LeasedConnection lease;
    private ServerSide server;
    private AnswerFlow answer;
    private boolean last;
    private boolean whole;
    private boolean over;

    Relay(Listener listener, RequestAssembly head, Course.Pipe pipe, CallerSide side, RequestTurn turn) {
        this.runtime = listener.runtime();
        this.limits = listener.limits().relayed();
        this.head = head;
        this.order = pipe.order();
        this.outgoing = pipe.head();
        this.lease = pipe.lease();
        this.caller = side.channel();
        this.tap = side.tap();
        this.early = side.early();
        this.turn = turn;
        this.requestWait = side.deadline();
        this.answerWait = side.answerDeadline();
        this.request = new RequestFlow(this, caller, order.observer(), limits, requestWait);
        this.heads = new RelayedHead(head, order, runtime.clock());
        this.patience = lease.settings();
    }

    void begin() {
        tap.open(request);
        connect();
    }

    private void connect() {
        answer = new AnswerFlow(this, caller, heads, limits, answerWait);
        if (lease.isKept() && !lease.connection().isOpen()) {
            again();
            return;
        }
        server = new ServerSide(lease.connection(), caller.eventLoop(), answer, this::writeFailed);
        server.open();
        server.write(outgoing);
        request.to(server);
        if (head.awaitsContinue() && !head.isHttp10() && early.isEmpty()) {
            caller.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
        while (!over && !request.hasEnded() && !early.isEmpty()) {
            request.part(early.next());
        }
        if (!over) {
            request.readOver();
            answer.from(server);
        }
    }

    /** The request went on, and its answer is waited for from now on. */
    void requestEnded(boolean sent) {
        if (sent) {
            order.observer().sent();
        }
        if (sent && !answer.hasBegun()) {
            answerWait.set(patience.response(), this::serverTooLate);
        }
        caller.read(); // to learn of a reset; what else comes waits for its turn
    }

    void callerRoomChanged() {
        if (caller.isWritable()) {
            answer.goOn();
        }
    }

    void serverRoomChanged() {
        if (server.hasRoom()) {
            request.goOn();
        }
    }

    ClientSettings patience() {
        return patience;
    }

    boolean isOver() {
        return over;
    }

    /**
     * Whether the caller's connection ends with this answer, and says so: also with one that comes before the whole request,
     * since nobody can tell how much of that is still to come (RFC 9112 §9.3).
     */
    boolean endsConnection(RelayedHead.Framing framing) {
        boolean unframed = head.isHttp10() && framing.length() < 0 && !framing.bodiless();
        last = turn.isLast() || unframed || !request.hasEnded();
        return last;
    }

    /** Noted before the caller sees the end, so that what it does next is noted after. */
    void answerIsWhole() {
        whole = true;
        order.observer().ended(new RelayEnd.Whole());
    }

    void answered(ChannelFuture written) {
        boolean requestRead = request.hasEnded();
        finish(requestRead && answer.keepsAlive() && server.allWritten());
        turn.answered(written, last);
    }

    void callerFailed(RefusedRequestException refused) {
        if (over) {
            return;
        }
        boolean begun = answer.hasBegun();
        end(new RelayEnd.CallerFailed(refused.status(), refused.getMessage()));
        if (begun) {
            turn.cut();
        } else {
            turn.refused(refused);
        }
    }

    void callerTooSlow() {
        callerFailed(new RefusedRequestException(408, "too slow"));
    }

    void callerTakesNoMore() {
        callerFailed(new RefusedRequestException(408, "too slow to take its answer"));
    }

    void callerGone() {
        if (!over) {
            end(new RelayEnd.CallerFailed(0, "the caller left"));
            turn.cut();
        }
    }

    private void end(RelayEnd end) {
        boolean told = whole;
        finish(false);
        if (!told) {
            order.observer().ended(end);
        }
    }

    void serverStalls() {
        serverFailed(Reason.TIMEOUT, "nothing more of the answer within " + millis(patience.stall()));
    }

    void serverTakesNoMore() {
        serverFailed(Reason.TIMEOUT, "nothing more of the request was taken within " + millis(patience.stall()));
    }

    private void serverTooLate() {
        serverFailed(Reason.TIMEOUT, "no answer within " + millis(patience.response()));
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }

    private void writeFailed(ServerSide side, Throwable failure) {
        if (!over && side == server) {
            request.drop();
            if (!answer.hasBegun()) {
                answerWait.set(Duration.ofMillis(ClientExchange.LAST_WORDS_MILLIS), () -> serverLost(failure));
            }
        }
    }

    /** The connection to the server has ended: it is replaced once where that can do no harm (RFC 9110 §9.2.2). */
    void serverLost(Throwable failure) {
        if (over) {
            return;
        }
        boolean harmless = request.hadNoBody() && WireClient.IDEMPOTENT.contains(head.method());
        if (lease.isKept() && !answer.isHeard() && harmless) {
            again();
            return;
        }
        LostAnswerException lost =
                ClientExchange.lost(answer.isHeard() ? Progress.BEGUN : Progress.UNANSWERED, failure);
        failed(new RelayEnd.ServerFailed(lost.reason(), lease.about(lost)));
    }

    void serverFailed(Reason reason, String what) {
        if (!over) {
            String where = lease == null ? "" : lease.origin() + ": ";
            failed(new RelayEnd.ServerFailed(reason, where + what));
        }
    }

    private void failed(RelayEnd.ServerFailed failure) {
        boolean begun = answer.hasBegun();
        boolean requestRead = request.hasEnded();
        if (begun) {
            end(failure);
            turn.cut();
        } else {
            finish(false);
            turn.instead(order.observer().failed(failure), requestRead);
        }
    }

    private void again() {
        LeasedConnection lost = lease;
        answer.shut();
        lease = null;
        answerWait.set(patience.connect(), () -> serverFailed(Reason.TIMEOUT, notReplaced(lost)));
        try {
            runtime.workers().execute(() -> replace(lost));
        } catch (RejectedExecutionException saturated) {
            lost.end(false);
            serverFailed(Reason.BUSY, "every worker of this process is taken");
        }
    }

    private String notReplaced(LeasedConnection lost) {
        return lost.origin() + ": not connected again within " + millis(patience.connect());
    }

    /** On a worker. */
    private void replace(LeasedConnection lost) {
        EventLoop home = caller.eventLoop();
        try {
            LeasedConnection fresh = lost.replaced(home);
            home.execute(() -> goOn(fresh));
        } catch (ConnectionFailedException none) {
            home.execute(() -> serverFailed(none.reason(), none.getMessage()));
        } catch (RuntimeException closed) {
            home.execute(() -> serverFailed(Reason.BROKEN, "no connection can be had"));
        }
    }

    private void goOn(LeasedConnection fresh) {
        if (over) {
            fresh.end(true);
            return;
        }
        lease = fresh;
        answerWait.clear();
        connect();
        if (request.hasEnded() && !over) {
            answerWait.set(patience.response(), this::serverTooLate);
        }
    }

    private void finish(boolean reusable) {
        over = true;
        requestWait.clear();
        answerWait.clear();
        tap.shut();
        answer.shut();
        if (server != null && lease != null) {
            server.shut();
        }
        if (lease != null) {
            lease.end(reusable);
        }
    }
}
