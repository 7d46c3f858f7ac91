package fr.accroche.wire;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The heads of the answers of one relayed exchange: their fields are the relayer's choice, and their body is framed anew
 * (RFC 9112 §6), by its length where that is known, else in chunks, else to an HTTP/1.0 caller by the close.
 */
record RelayedHead(RequestAssembly request, Decision.Relayed order, Clock clock) {

    private static final String CHUNKED = HttpHeaderValues.CHUNKED.toString();

    /**
     * How a server frames its answer.
     *
     * @param length announced; negative if it is not
     * @param bodiless whether there is no body whatever is announced
     * @param keepsAlive whether the server's connection outlives it
     * @param refused why it cannot be relayed
     */
    record Framing(long length, boolean bodiless, boolean keepsAlive, boolean chunked, Optional<String> refused) {

        boolean isLongerThan(long most) {
            return !bodiless && length > most;
        }

        boolean endsByClose() {
            return !bodiless && !chunked && length < 0;
        }
    }

    Framing framing(HttpResponse answer) {
        int status = answer.status().code();
        List<String> codings = answer.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        boolean chunked = codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase(CHUNKED);
        return new Framing(
                chunked ? -1 : HttpUtil.getContentLength(answer, -1L),
                request.method().equals("HEAD") || status == 204 || status == 304,
                HttpUtil.isKeepAlive(answer),
                chunked,
                codings.isEmpty() || chunked
                        ? Optional.empty()
                        : Optional.of("the answer has a transfer coding that is not chunked"));
    }

    /** @param last whether it is the last answer of the caller's connection */
    HttpResponse toCaller(HttpResponse answer, Framing framing, boolean last) {
        HttpResponse frame = new DefaultHttpResponse(HttpVersion.HTTP_1_1, answer.status());
        fill(frame.headers(), answer);
        if (framing.length() >= 0) {
            frame.headers().set(HttpHeaderNames.CONTENT_LENGTH, framing.length());
        } else if (!framing.bodiless() && !request.isHttp10()) {
            frame.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        if (!frame.headers().contains(HttpHeaderNames.DATE)) { // RFC 9110 §6.6.1
            frame.headers().set(HttpHeaderNames.DATE, DateFormatter.format(Date.from(clock.instant())));
        }
        if (last) {
            frame.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (request.isHttp10()) {
            frame.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        return frame;
    }

    /** Empty for a caller that does not know interim answers (RFC 9110 §15.2). */
    Optional<HttpResponse> interim(HttpResponse answer) {
        DefaultFullHttpResponse frame =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, answer.status(), Unpooled.EMPTY_BUFFER);
        fill(frame.headers(), answer);
        return request.isHttp10() ? Optional.empty() : Optional.of(frame);
    }

    private void fill(HttpHeaders frame, HttpResponse answer) {
        Headers came = RequestAssembly.headers(answer);
        order.observer()
                .answered(answer.status().code(), came)
                .endToEnd()
                .forEach(field -> frame.add(field.name(), field.value()));
    }
}
