package fr.accroche.wire;

import fr.accroche.wire.ConnectionFailedException.Reason;
import fr.accroche.wire.LostAnswerException.Progress;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The exchanges of one client connection, one at a time. Runs on the connection's event loop. */
final class ClientExchange extends ChannelInboundHandlerAdapter {

    /** A failed write may be the echo of a refusal that is still to be read: the alert, or an early answer. */
    static final long LAST_WORDS_MILLIS = 500;

    private final int maxBody;
    private ChannelHandlerContext context;
    private CompletableFuture<Response> pending;
    private HttpResponse head;
    private BodyBuffer body;
    private boolean answerBegun;
    private boolean sent;
    private boolean closeNotified;
    private Throwable ended = new ClosedChannelException();
    private volatile boolean over;

    ClientExchange(int maxBody) {
        this.maxBody = maxBody;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    /** Whether a further exchange may be tried. From any thread. */
    boolean isOpen() {
        return !over && context.channel().isActive();
    }

    /** Sends a request; the answer completes the future, or a {@link LostAnswerException} does. */
    void begin(Outgoing request, CompletableFuture<Response> answer) {
        if (!isOpen()) {
            answer.completeExceptionally(lost(Progress.UNSENT, ended));
            return;
        }
        pending = answer;
        head = null;
        answerBegun = false;
        sent = false;
        request.write(context).addListener(written -> {
            sent = written.isSuccess();
            if (!sent) {
                Throwable cause = written.cause();
                context.executor().schedule(() -> fail(answer, cause), LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
            }
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object part) {
        try {
            if (pending == null) {
                end();
            } else {
                answerBegun = true;
                receive((HttpObject) part);
            }
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslCloseCompletionEvent close && close.isSuccess()) {
            closeNotified = true;
            if (pending == null) {
                end();
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        ended = failure;
        fail(pending, failure);
        end();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        fail(pending, new ClosedChannelException());
    }

    private void receive(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            lose(
                    Reason.BROKEN,
                    "the answer is no HTTP/1.1, or was cut off",
                    part.decoderResult().cause());
            return;
        }
        if (part instanceof HttpResponse response && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            head = response;
            body = new BodyBuffer(maxBody);
        }
        if (head == null) {
            return;
        }
        if (part instanceof HttpContent content && !body.add(content.content())) {
            lose(Reason.TOO_LARGE, "the answer is larger than " + maxBody + " bytes", null);
        } else if (part instanceof LastHttpContent) {
            complete();
        }
    }

    private void complete() {
        boolean framed = HttpUtil.isContentLengthSet(head) || HttpUtil.isTransferEncodingChunked(head);
        if (!framed && !context.channel().isActive() && !closeNotified) {
            lose(Reason.BROKEN, "the answer was cut off: no length and no close_notify (RFC 9112 §9.8)", null);
            return;
        }
        Response response = new Response(head.status().code(), RequestAssembly.headers(head), body.bytes());
        if (!sent || !HttpUtil.isKeepAlive(head)) {
            end();
        }
        take().ifPresent(answer -> answer.complete(response));
    }

    private void fail(CompletableFuture<Response> exchange, Throwable failure) {
        if (exchange != null && exchange == pending) {
            lose(lost(answerBegun ? Progress.BEGUN : Progress.UNANSWERED, failure));
        }
    }

    /** Before any answer, an alert is the refusal of a TLS 1.3 server, which comes after the handshake of the client. */
    static LostAnswerException lost(Progress progress, Throwable failure) {
        Optional<String> alert = HandshakeCause.alert(failure);
        if (alert.isPresent() && progress != Progress.BEGUN) {
            String what = "the server refused the connection with the TLS alert " + alert.get();
            return new LostAnswerException(Reason.HANDSHAKE, progress, what, failure);
        }
        String when = progress == Progress.BEGUN ? "within the answer" : "before any answer";
        return new LostAnswerException(Reason.BROKEN, progress, "the connection ended " + when, failure);
    }

    private void lose(Reason reason, String what, Throwable cause) {
        lose(new LostAnswerException(reason, Progress.BEGUN, what, cause));
    }

    private void lose(LostAnswerException lost) {
        end();
        take().ifPresent(answer -> answer.completeExceptionally(lost));
    }

    private void end() {
        over = true;
        context.close();
    }

    private Optional<CompletableFuture<Response>> take() {
        CompletableFuture<Response> answer = pending;
        pending = null;
        return Optional.ofNullable(answer);
    }
}
