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

/**
 * A message ready to go out.
 *
 * <p>A large body goes in slices, each once the one before has left, so that it neither holds its event loop while it is
 * encrypted nor waits encrypted in memory for a peer that reads slowly.
 *
 * @param head framed: its Content-Length is that of the body
 * @param body not copied
 * @param silent whether nothing goes out after all, and the connection waits for its deadline
 */
record Outgoing(HttpMessage head, byte[] body, boolean silent) {

    private static final int SLICE = 128 * 1024;

    Outgoing(HttpMessage head, byte[] body) {
        this(head, body, false);
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
        if (!silent) {
            ctx.write(head);
            slice(ctx, 0, done);
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
