package fr.accroche.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/**
 * One connection of a server, one request at a time:
 *
 * <pre>
 * HANDSHAKE ──► IDLE ──► RECEIVING ──► ANSWERING ──► IDLE …
 *     │           │          │             │
 *     └───────────┴──────────┴─────────────┴──► CLOSING
 * </pre>
 *
 * While a request is ANSWERING, which is its {@link RequestTurn}, nothing more is read but the body of one that is relayed,
 * so a client that pipelines waits in its own socket buffer, and what the last read brought of its next requests waits in
 * {@code early}. Everything here runs on the connection's event loop.
 */
final class ServerConnection extends ChannelInboundHandlerAdapter {

    private enum State {
        HANDSHAKE,
        IDLE,
        RECEIVING,
        ANSWERING,
        CLOSING
    }

    private final Channel channel;
    private final Listener listener;
    private final Presentation presentation;
    private final LingeringClose close;
    private final LastWords lastWords;
    private final RelayTap tap;
    private final EarlyParts early = new EarlyParts();
    private ChannelHandlerContext context;
    private Deadline deadline;
    private Deadline answerDeadline;
    private State state = State.HANDSHAKE;
    private RequestAssembly assembly;
    private boolean inputEnded;

    ServerConnection(
            Channel channel,
            Listener listener,
            Presentation presentation,
            LingeringClose close,
            LastWords lastWords,
            RelayTap tap) {
        this.channel = channel;
        this.listener = listener;
        this.presentation = presentation;
        this.close = close;
        this.lastWords = lastWords;
        this.tap = tap;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        deadline = new Deadline(ctx.executor());
        answerDeadline = new Deadline(ctx.executor());
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        state = State.CLOSING;
        deadline.end();
        answerDeadline.end();
        early.release();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            handshakeEnded(handshake);
        } else if (event instanceof ChannelInputShutdownEvent) {
            inputEnded = true;
            closeIfUseless();
        }
    }

    /** The handshake ended well, or there is none. */
    void begin() {
        presentation.seal();
        idle();
    }

    /** Plain HTTP came instead of a handshake; its answer is on its way. */
    void plainHttp() {
        handshakeFailed(HandshakeCause.PLAIN_HTTP);
    }

    /** The first byte of a request is there, or more of its head. */
    void requestBegun() {
        if (state == State.ANSWERING) {
            early.headBegun();
        } else {
            receiving();
        }
    }

    /** The server stops: what is under way may end. From any thread. */
    void stop() {
        onLoop(() -> {
            if (state == State.HANDSHAKE || state == State.IDLE) {
                channel.close();
            }
        });
    }

    /** The server has waited long enough. From any thread. */
    void cut() {
        onLoop(close::cut);
    }

    void onLoop(Runnable task) {
        try {
            channel.eventLoop().execute(task);
        } catch (RejectedExecutionException loopEnded) {
            channel.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object part) {
        inTurn(part);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        if (failure instanceof DecoderException && failure.getCause() instanceof RefusedRequestException refused) {
            inTurn(refused);
        } else if (state != State.HANDSHAKE && state != State.CLOSING) {
            state = State.CLOSING;
            close.cut();
        }
    }

    private void handshakeEnded(SslHandshakeCompletionEvent handshake) {
        if (state != State.HANDSHAKE) {
            return;
        }
        if (handshake.isSuccess()) {
            begin();
        } else {
            handshakeFailed(HandshakeCause.seenByServer(handshake.cause()));
        }
    }

    private void handshakeFailed(String cause) {
        state = State.CLOSING;
        close.linger();
        lastWords.hold();
        listener.handshakeFailed(presentation, cause, this::observerKnows);
    }

    /** A part of a request, or its refusal, after what came before it was answered. */
    private void inTurn(Object part) {
        if (state == State.ANSWERING) {
            early.add(part);
        } else {
            receive(part);
        }
    }

    private void receiving() {
        if (state == State.IDLE) {
            state = State.RECEIVING;
            deadline.set(listener.limits().request(), () -> refuse(new RefusedRequestException(408, "too slow")));
        }
    }

    private void receive(Object part) {
        try {
            if (state != State.CLOSING) {
                receiving();
                assemble(part);
            }
        } catch (RefusedRequestException refused) {
            refuse(refused);
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    private void assemble(Object part) throws RefusedRequestException {
        if (part instanceof RefusedRequestException refused) {
            throw refused;
        }
        if (part instanceof HttpRequest head) {
            assembly = RequestAssembly.begin(head, listener.limits(), listener.handler());
            if (assembly.relayer().isPresent()) {
                dispatch();
            } else if (assembly.awaitsContinue()) {
                context.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
            }
        }
        if (part instanceof HttpContent content) {
            assembly.add(content);
        }
        if (part instanceof LastHttpContent) {
            dispatch();
        }
    }

    private void dispatch() {
        state = State.ANSWERING;
        deadline.clear();
        channel.config().setAutoRead(false);
        CallerSide caller = new CallerSide(context, tap, early, deadline, answerDeadline);
        new RequestTurn(this, caller, listener, presentation, assembly).begin();
    }

    boolean isOpen() {
        return state != State.CLOSING;
    }

    boolean endsAfter(RequestAssembly request) {
        return stopping() || !request.keepAlive() || inputEnded && early.isEmpty();
    }

    /** What is under way has this long. */
    void cutAfter(Duration allowed) {
        deadline.set(allowed, close::cut);
    }

    /** A request has been answered. */
    void turnOver(boolean whole, boolean last) {
        if (!whole) {
            close.cut();
        } else if (last || stopping()) {
            finish();
        } else {
            next();
        }
    }

    private void next() {
        idle();
        while ((state == State.IDLE || state == State.RECEIVING) && !early.isEmpty()) {
            receive(early.next());
        }
        if (state == State.IDLE || state == State.RECEIVING) {
            if (early.endInAHead()) {
                receiving();
            }
            channel.config().setAutoRead(true);
            closeIfUseless();
        }
    }

    private void idle() {
        state = State.IDLE;
        assembly = null;
        if (stopping()) {
            context.close();
        } else {
            deadline.set(listener.limits().idle(), context::close);
        }
    }

    private boolean stopping() {
        return listener.connections().isStopping();
    }

    /** The client sends no more, and there is nothing to answer. */
    private void closeIfUseless() {
        if (inputEnded && (state == State.HANDSHAKE || state == State.IDLE || state == State.RECEIVING)) {
            context.close();
        }
    }

    private void refuse(RefusedRequestException refused) {
        observe(refused);
        answerLast(refused);
    }

    /** What is answered waits until the observer knows. */
    void observe(RefusedRequestException refused) {
        lastWords.hold();
        listener.requestRefused(presentation, refused, this::observerKnows);
    }

    private void observerKnows() {
        onLoop(lastWords::release);
    }

    /** Answers this, and no further request. */
    void answerLast(RefusedRequestException refused) {
        Outgoing frame = listener.frame(refused.response(), "").last();
        state = State.CLOSING;
        deadline.set(listener.limits().idle(), close::cut);
        frame.write(context).addListener(written -> finish());
    }

    private void finish() {
        state = State.CLOSING;
        close.linger();
        context.close();
    }
}
