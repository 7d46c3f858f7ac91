package fr.accroche.wire;

import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Instant;
import java.util.Date;

/** A response as it goes out: framed by its length (RFC 9112 §6.2), dated (RFC 9110 §6.6.1). */
final class ResponseFrame {

    private static final byte[] NOTHING = {};

    private ResponseFrame() {}

    /**
     * Frames a response.
     *
     * @param method of the request: an answer to HEAD has the length of the body but no body
     * @throws IllegalArgumentException if a header could split the response, or the status is not a final one
     */
    static Outgoing of(Response response, String method, Instant now) {
        return switch (response.delivery().manner()) {
            case WHOLE -> whole(response, method, now);
            case BROKEN_CHUNK -> {
                HttpResponse head = head(HttpResponseStatus.OK);
                HttpUtil.setTransferEncodingChunked(head, true);
                yield new Outgoing(head, NOTHING, response.delivery());
            }
            case SILENT, DROPPED, RESET, NO_HTTP ->
                new Outgoing(head(HttpResponseStatus.OK), NOTHING, response.delivery());
        };
    }

    private static Outgoing whole(Response response, String method, Instant now) {
        if (response.status() < 200 || response.status() > 599) {
            throw new IllegalArgumentException("expected a final status, observed " + response.status());
        }
        boolean hasBody = response.status() != 204 && response.status() != 304;
        HttpResponse frame = head(HttpResponseStatus.valueOf(response.status()));
        response.headers().endToEnd().forEach(field -> frame.headers().add(field.name(), field.value()));
        if (hasBody) {
            frame.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.body().length);
        }
        if (!frame.headers().contains(HttpHeaderNames.DATE)) {
            frame.headers().set(HttpHeaderNames.DATE, DateFormatter.format(Date.from(now)));
        }
        return new Outgoing(frame, hasBody && !method.equals("HEAD") ? response.body() : NOTHING, response.delivery());
    }

    private static HttpResponse head(HttpResponseStatus status) {
        return new DefaultHttpResponse(HttpVersion.HTTP_1_1, status);
    }
}
