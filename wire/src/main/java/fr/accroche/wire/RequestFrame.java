package fr.accroche.wire;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.util.OptionalLong;
import java.util.Set;

/** A request as it goes out: to one host (RFC 9110 §7.2), its body framed (RFC 9112 §6). */
final class RequestFrame {

    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private RequestFrame() {}

    /** With a body that is at hand. */
    static Outgoing of(ClientRequest request) {
        return new Outgoing(framed(request, OptionalLong.of(request.body().length)), request.body());
    }

    /** The head of one whose body comes in chunks. */
    static HttpRequest chunked(ClientRequest request) {
        HttpRequest frame = head(request);
        frame.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        return frame;
    }

    /** @param length of the body to come; empty if there is none, and nobody said so */
    static HttpRequest framed(ClientRequest request, OptionalLong length) {
        HttpRequest frame = head(request);
        if (length.orElse(0) > 0 || METHODS_WITH_BODY.contains(request.method())) {
            frame.headers().set(HttpHeaderNames.CONTENT_LENGTH, length.orElse(0));
        }
        return frame;
    }

    private static HttpRequest head(ClientRequest request) {
        URI uri = URI.create(request.uri().toASCIIString());
        HttpRequest frame =
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(request.method()), target(uri));
        request.headers()
                .without("Host")
                .endToEnd()
                .forEach(field -> frame.headers().add(field.name(), field.value()));
        frame.headers().set(HttpHeaderNames.HOST, Origin.secureOrHere(uri).authority());
        return frame;
    }

    private static String target(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
