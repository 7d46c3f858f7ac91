package fr.accroche.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.TimeUnit;

/**
 * Holds back what a connection is told last, a TLS alert or the refusal of a request, and its end, until the observer knows of
 * it: who asks a journal after an answer came finds there why. Netty tells of a failed handshake before it writes the alert. Just
 * above {@link LingeringClose}; used on its event loop only.
 */
final class LastWords extends ChannelOutboundHandlerAdapter {

    /** An observer must not wait; one that does delays no more than this. */
    static final long PATIENCE_SECONDS = 2;

    private ChannelHandlerContext context;
    private boolean held;
    private boolean flushed;
    private ChannelPromise closing;

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    /** Until {@link #release}. */
    void hold() {
        if (!held) {
            held = true;
            context.executor().schedule(this::release, PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** What was held back goes out, in its order. */
    void release() {
        if (!held) {
            return;
        }
        held = false;
        if (flushed) {
            context.flush();
        }
        if (closing != null) {
            context.close(closing);
        }
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        if (held) {
            flushed = true;
        } else {
            ctx.flush();
        }
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (!held) {
            ctx.close(promise);
        } else if (closing == null) {
            closing = promise;
        } else {
            ctx.channel().closeFuture().addListener(closed -> promise.trySuccess());
        }
    }
}
