package fr.accroche.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;

/**
 * Answers plain HTTP on the TLS port in plain HTTP, as nginx does; TLS could only answer with bytes that no HTTP client
 * reads. Looks at the first byte of the connection: a TLS record begins with 22, an HTTP method with a letter.
 */
final class PlainHttpGuard extends ChannelInboundHandlerAdapter {

    private static final String BODY = "The plain HTTP request was sent to an HTTPS port: use https://\n";
    private static final String ANSWER = "HTTP/1.1 400 Bad Request\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n"
            + "Content-Length: " + BODY.length() + "\r\n"
            + "Connection: close\r\n"
            + "\r\n"
            + BODY;

    private final Runnable plainHttp;

    /** @param plainHttp told before the answer is written */
    PlainHttpGuard(Runnable plainHttp) {
        this.plainHttp = plainHttp;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (isLetter(bytes.getByte(bytes.readerIndex()))) {
            bytes.release();
            plainHttp.run();
            ctx.writeAndFlush(Unpooled.copiedBuffer(ANSWER, StandardCharsets.US_ASCII));
            ctx.close();
        } else {
            ctx.pipeline().remove(this);
            ctx.fireChannelRead(message);
        }
    }

    private static boolean isLetter(byte first) {
        return first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z';
    }
}
