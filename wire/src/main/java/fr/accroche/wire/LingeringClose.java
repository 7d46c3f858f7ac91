package fr.accroche.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * Once told to, turns a close of ours into: finish writing, send FIN, read and drop what still comes, close. The kernel
 * answers a close over unread bytes with a reset, and a reset can cost the peer our last words: the TLS alert, or the 413
 * to a body that it is still sending (RFC 9112 §9.6). First handler of its pipeline; used on its event loop only.
 */
final class LingeringClose extends ChannelDuplexHandler {

    private static final long LINGER_SECONDS = 2;

    private ChannelHandlerContext context;
    private boolean wanted;
    private boolean lingering;
    private boolean inputEnded;

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    /** The next close lingers. */
    void linger() {
        wanted = true;
    }

    /** Closes at once, whatever is under way. */
    void cut() {
        context.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (lingering) {
            ReferenceCountUtil.release(message);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded = true;
            if (lingering) {
                ctx.close();
                return;
            }
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (!wanted || inputEnded || !ctx.channel().isActive()) {
            ctx.close(promise);
            return;
        }
        ctx.channel().closeFuture().addListener(closed -> promise.trySuccess());
        if (!lingering) {
            lingering = true;
            ctx.executor().schedule(() -> ctx.close(), LINGER_SECONDS, TimeUnit.SECONDS);
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> sayGoodbye(ctx));
        }
    }

    private static void sayGoodbye(ChannelHandlerContext ctx) {
        ((SocketChannel) ctx.channel()).shutdownOutput();
        ctx.channel().config().setAutoRead(true);
    }
}
