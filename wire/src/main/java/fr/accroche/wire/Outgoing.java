package fr.accroche.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A message ready to go out.
 *
 * <p>A large body goes in slices, each once the one before has left, so that it neither holds its event loop while it is
 * encrypted nor waits encrypted in memory for a peer that reads slowly.
 *
 * @param head framed: its Content-Length is that of the body, or it says that this comes in chunks, one of each slice
 * @param body not copied
 * @param delivery when and whether it goes out; of a request, always at once
 */
record Outgoing(HttpMessage head, byte[] body, Delivery delivery) {

    private static final int SLICE = 128 * 1024;

    Outgoing(HttpMessage head, byte[] body) {
        this(head, body, Delivery.AT_ONCE);
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
        later(ctx, delivery.after(), () -> begin(ctx, done));
        return done;
    }

    private void begin(ChannelHandlerContext ctx, ChannelPromise done) {
        switch (delivery.manner()) {
            case WHOLE -> whole(ctx, done);
            case SILENT -> {}
            case DROPPED -> done.setFailure(new ClosedChannelException());
            case RESET -> {
                ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                done.setFailure(new ClosedChannelException());
            }
            case NO_HTTP -> noise(ctx, done);
            case BROKEN_CHUNK -> {
                ctx.write(head);
                noise(ctx, done);
            }
        }
    }

    private void whole(ChannelHandlerContext ctx, ChannelPromise done) {
        if (delivery.over().isZero()) {
            ctx.write(head);
            slice(ctx, 0, done);
        } else {
            ctx.writeAndFlush(head);
            later(ctx, pause(), () -> slice(ctx, 0, done));
        }
    }

    private void slice(ChannelHandlerContext ctx, int from, ChannelPromise done) {
        int size = Math.min(size(), body.length - from);
        ByteBuf bytes = Unpooled.wrappedBuffer(body, from, size);
        if (from + size == body.length) {
            ctx.writeAndFlush(new DefaultLastHttpContent(bytes), done);
            return;
        }
        ctx.writeAndFlush(new DefaultHttpContent(bytes)).addListener(written -> {
            if (!written.isSuccess()) {
                done.setFailure(written.cause());
            } else if (delivery.over().isZero()) {
                ctx.executor().execute(() -> slice(ctx, from + size, done));
            } else {
                later(ctx, pause(), () -> slice(ctx, from + size, done));
            }
        });
    }

    private int size() {
        return delivery.over().isZero() ? SLICE : Math.max(1, (body.length + delivery.parts() - 1) / delivery.parts());
    }

    /** Before each piece. */
    private Duration pause() {
        return delivery.over().dividedBy(Math.max(1, (body.length + size() - 1) / size()));
    }

    /** What no parser of HTTP takes for a response or a chunk, below the encoder; the same each time. */
    private static void noise(ChannelHandlerContext ctx, ChannelPromise done) {
        ByteBuf bytes = Unpooled.buffer(64);
        for (int i = 0; i < 64; i++) {
            bytes.writeByte(0x80 | i * 37);
        }
        ctx.pipeline()
                .context(HttpResponseEncoder.class)
                .writeAndFlush(bytes)
                .addListener(written -> done.setFailure(new ClosedChannelException()));
    }

    private static void later(ChannelHandlerContext ctx, Duration delay, Runnable task) {
        if (delay.isZero()) {
            task.run();
        } else {
            ctx.executor().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
