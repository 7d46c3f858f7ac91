package fr.accroche.scenarios.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** One connection of the load: one request at a time, its answer counted byte by byte. An error ends it. */
final class LoadConnection extends SimpleChannelInboundHandler<HttpObject> {

    private final ByteBuf request;
    private final int answerBytes;
    private final CountDownLatch over = new CountDownLatch(1);
    private ChannelHandlerContext context;
    private long[] nanos = new long[1_024];
    private int answers;
    private int errors;
    private long until;
    private long asked;
    private String status = "";
    private boolean announced;
    private long received;

    LoadConnection(byte[] request, int answerBytes) {
        this.request = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(request));
        this.answerBytes = answerBytes;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    /** From any thread: begins, and goes on until then, in the time of {@link System#nanoTime}. */
    void ask(long deadline) {
        context.executor().execute(() -> {
            until = deadline;
            ask();
        });
    }

    private void ask() {
        asked = System.nanoTime();
        received = 0;
        status = "no answer";
        context.writeAndFlush(request.duplicate(), context.voidPromise());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext read, HttpObject part) {
        if (part instanceof HttpResponse head) {
            status = part.decoderResult().isSuccess()
                    ? head.status().codeAsText().toString()
                    : "not HTTP";
            announced = !HttpUtil.isKeepAlive(head);
        }
        if (part instanceof HttpContent content) {
            received += content.content().readableBytes();
        }
        if (part instanceof LastHttpContent) {
            answered(System.nanoTime());
        }
    }

    private void answered(long now) {
        if (!status.equals("200") || received != answerBytes) {
            fail();
            return;
        }
        if (answers == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * answers);
        }
        nanos[answers++] = now - asked;
        if (now < until) {
            ask();
        } else {
            end();
        }
    }

    private void fail() {
        errors++;
        end();
    }

    private void end() {
        over.countDown();
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        if (over.getCount() > 0) {
            fail();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        System.err.println(cause);
        failed.close();
    }

    /** One that does not end in time counts as an error. */
    void await(Duration longest) throws InterruptedException {
        if (!over.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            context.executor().submit(this::fail).syncUninterruptibly();
        }
    }

    /** Once it is over. */
    LongStream nanos() {
        return Arrays.stream(nanos, 0, answers);
    }

    long errors() {
        return errors;
    }

    /** Of the last answer: what tells what was wrong with it. Connections are to be kept: one that is closed is an error. */
    String last() {
        return status + " with " + received + " bytes, after " + answers + " right ones"
                + (announced ? "; the last head said Connection: close" : "");
    }
}
