package fr.accroche.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs the slow steps of one connection's handshake (signatures, the judge) on workers, and holds back the end of the
 * input meanwhile: Netty's TLS handler drops what it has not read yet when it hears of the end, and a client may well send
 * certificate, request and FIN in one go. Sits in front of the TLS handler; used on its event loop only.
 */
final class HandshakeTasks extends ChannelInboundHandlerAdapter implements Executor {

    private final WireRuntime runtime;
    private ChannelHandlerContext context;
    private int underWay;
    private Object heldEnd;

    HandshakeTasks(WireRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void execute(Runnable task) {
        underWay++;
        runtime.runSoon(() -> {
            try {
                task.run();
            } finally {
                queueDone();
            }
        });
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent && underWay > 0) {
            heldEnd = event;
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    private void queueDone() {
        try {
            context.executor().execute(this::done);
        } catch (RejectedExecutionException loopEnded) {
            context.close();
        }
    }

    /** Comes after the TLS handler took up the result: it queues that on the same loop, within the task. */
    private void done() {
        underWay--;
        if (underWay == 0 && heldEnd != null) {
            context.fireUserEventTriggered(heldEnd);
            heldEnd = null;
        }
    }
}
