package fr.accroche.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Netty's decoder, stricter in two points and telling in a third. Netty refuses bare LF, Content-Length beside
 * Transfer-Encoding, several lengths in HTTP/1.1, and white space before a colon. It joins folded header lines (RFC 9112
 * §5.2) and takes the first of several lengths in HTTP/1.0; this one refuses both, since two readers that differ there see
 * two different requests. And it tells when the first byte of a request is there, so that the clock of slow requests can
 * start.
 */
final class StrictRequestDecoder extends HttpRequestDecoder {

    private enum Place {
        BEFORE_REQUEST,
        IN_HEAD,
        IN_BODY
    }

    private static final AsciiString LENGTH = AsciiString.cached("content-length:");

    private final Runnable begun;
    private int lengths;
    private Place place = Place.BEFORE_REQUEST;

    /** @param begun run at the first byte of each request, and at more of its head */
    StrictRequestDecoder(Limits limits, Runnable begun) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(limits.headBytes())
                .setMaxHeaderSize(limits.headBytes())
                .setMaxChunkSize(RelayTap.LARGEST_PIECE));
        this.begun = begun;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        if (place != Place.IN_BODY) {
            begun.run();
            if (place == Place.BEFORE_REQUEST && !skipEmptyLines(in)) {
                return;
            }
            checkLines(in);
        }
        int unread = in.readableBytes();
        super.decode(ctx, in, out);
        place = placeAfter(out, in.readableBytes() < unread);
    }

    private Place placeAfter(List<Object> out, boolean progressed) {
        if (out.isEmpty()) {
            return place == Place.BEFORE_REQUEST && progressed ? Place.IN_HEAD : place;
        }
        Object last = out.get(out.size() - 1);
        lengths = 0;
        if (last instanceof LastHttpContent) {
            return Place.BEFORE_REQUEST;
        }
        return last instanceof HttpRequest ? Place.IN_BODY : place;
    }

    /** RFC 9112 §2.2 lets a client send empty lines before a request. */
    private static boolean skipEmptyLines(ByteBuf in) {
        while (in.isReadable() && isLineEnd(in.getByte(in.readerIndex()))) {
            in.skipBytes(1);
        }
        return in.isReadable();
    }

    /** Netty consumes each whole line, so the unread bytes begin with a line, and no whole line is seen twice. */
    private void checkLines(ByteBuf in) throws RefusedRequestException {
        int line = in.readerIndex();
        while (line < in.writerIndex() && !isLineEnd(in.getByte(line))) {
            if (in.getByte(line) == ' ' || in.getByte(line) == '\t') {
                throw new RefusedRequestException(400, "a header line is folded (RFC 9112 §5.2)");
            }
            int end = in.indexOf(line, in.writerIndex(), (byte) '\n');
            if (end < 0) {
                return;
            }
            if (isLength(in, line, end) && ++lengths > 1) {
                throw new RefusedRequestException(400, "expected one Content-Length at most (RFC 9112 §6.3)");
            }
            line = end + 1;
        }
    }

    private static boolean isLength(ByteBuf in, int line, int end) {
        return end - line > LENGTH.length()
                && LENGTH.contentEqualsIgnoreCase(in.getCharSequence(line, LENGTH.length(), StandardCharsets.US_ASCII));
    }

    private static boolean isLineEnd(byte value) {
        return value == '\r' || value == '\n';
    }
}
