package fr.accroche.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;

/**
 * What one request needs of its connection.
 *
 * @param context to write its answer to
 * @param tap where its body can be had piece by piece
 * @param early what came after its head, while it waited for its turn or for a decision
 */
record CallerSide(ChannelHandlerContext context, RelayTap tap, EarlyParts early) {

    Channel channel() {
        return context.channel();
    }
}
