package fr.accroche.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import java.nio.channels.ClosedChannelException;

/**
 * A message ready to go out.
 *
 * <p>A large body goes in slices, each once the one before has left, so that it neither holds its event loop while it is
 * encrypted nor waits encrypted in memory for a peer that reads slowly.
 *
 * @param head framed: its Content-Length is that of the body, or it says that this comes in chunks, one of each slice
 * @param body not copied
 * @param manner whether it goes out at all
 */
record Outgoing(HttpMessage head, byte[] body, Manner manner) {

    /** What becomes of a message. */
    enum Manner {
        WHOLE,
        /** Nothing goes out, and the connection waits for its deadline. */
        SILENT,
        /** Nothing goes out, and the connection is cut. */
        DROPPED
    }

    private static final int SLICE = 128 * 1024;

    Outgoing(HttpMessage head, byte[] body) {
        this(head, body, Manner.WHOLE);
    }

    /** The last one of its connection. */
    Outgoing last() {
        head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return this;
    }

    /** Not the last one, to a client that would think so (RFC 9112 §9.3). */
    void notLast() {
        head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
    }

    /** On the event loop; the future ends when all has left, or will not; of silence, never. */
    ChannelFuture write(ChannelHandlerContext ctx) {
        ChannelPromise done = ctx.newPromise();
        if (manner == Manner.WHOLE) {
            ctx.write(head);
            slice(ctx, 0, done);
        } else if (manner == Manner.DROPPED) {
            done.setFailure(new ClosedChannelException());
        }
        return done;
    }

    private void slice(ChannelHandlerContext ctx, int from, ChannelPromise done) {
        int size = Math.min(SLICE, body.length - from);
        ByteBuf bytes = Unpooled.wrappedBuffer(body, from, size);
        if (from + size == body.length) {
            ctx.writeAndFlush(new DefaultLastHttpContent(bytes), done);
            return;
        }
        ctx.writeAndFlush(new DefaultHttpContent(bytes)).addListener(written -> {
            if (written.isSuccess()) {
                ctx.executor().execute(() -> slice(ctx, from + size, done));
            } else {
                done.setFailure(written.cause());
            }
        });
    }
}
