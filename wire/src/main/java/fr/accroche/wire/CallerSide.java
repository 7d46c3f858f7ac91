package fr.accroche.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;

/**
 * What one request needs of its connection.
 *
 * @param context to write its answer to
 * @param tap where its body can be had piece by piece
 * @param early what came after its head, while it waited for its turn or for a decision
 * @param deadline of the connection, which waits for this request until its answer has gone
 * @param answerDeadline where both directions are under way, that of the answer
 */
record CallerSide(
        ChannelHandlerContext context, RelayTap tap, EarlyParts early, Deadline deadline, Deadline answerDeadline) {

    Channel channel() {
        return context.channel();
    }
}
