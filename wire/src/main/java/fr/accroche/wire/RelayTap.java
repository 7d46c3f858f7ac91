package fr.accroche.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;

/**
 * One end of a relay: while an exchange is under way what comes on this channel goes there, and otherwise further on as if
 * this handler were not there. Used on its event loop only.
 */
final class RelayTap extends ChannelInboundHandlerAdapter {

    /** Where it goes. The channel reads only when it is asked to, and each time tells when that read is over. */
    interface Flow {

        /** A part of a message, for it to release; false if it is none of this exchange, and is not taken. */
        boolean part(Object part);

        /** What one read brought has been told. */
        void readOver();

        /** There may be room to write again. */
        void roomChanged();

        /** The peer's TLS said that no more comes. */
        void closeNotified();

        /** The peer sends no more, and may still read. */
        void inputEnded();

        /** Reading failed; false if that is none of this exchange. */
        boolean broken(Throwable failure);

        void closed();
    }

    /** Larger than a TLS record, so that none is cut into pieces of its own. */
    static final int LARGEST_PIECE = 64 * 1024;

    private Flow flow;

    void open(Flow exchange) {
        flow = exchange;
    }

    void shut() {
        flow = null;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object part) {
        if (flow == null || !flow.part(part)) {
            ctx.fireChannelRead(part);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (flow != null) {
            flow.readOver();
        }
        ctx.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (flow != null) {
            flow.roomChanged();
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (flow != null && event instanceof SslCloseCompletionEvent close && close.isSuccess()) {
            flow.closeNotified();
        } else if (flow != null && event instanceof ChannelInputShutdownEvent) {
            flow.inputEnded();
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        if (flow == null || !flow.broken(failure)) {
            ctx.fireExceptionCaught(failure);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (flow != null) {
            flow.closed();
        }
        ctx.fireChannelInactive();
    }
}
