package fr.accroche.wire;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.util.Set;

/** A request as it goes out: to one host (RFC 9110 §7.2), its body framed (RFC 9112 §6). */
final class RequestFrame {

    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private RequestFrame() {}

    /** With a body that is at hand. */
    static Outgoing of(ClientRequest request) {
        HttpRequest frame = request.chunked() ? chunked(request) : framed(request, request.body().length);
        return new Outgoing(frame, request.body());
    }

    /** The head of one whose body is the caller's, framed as the caller framed it. */
    static HttpRequest relayed(HttpRequest caller, ClientRequest request) {
        return HttpUtil.isTransferEncodingChunked(caller)
                ? chunked(request)
                : framed(request, HttpUtil.getContentLength(caller, 0L));
    }

    private static HttpRequest chunked(ClientRequest request) {
        HttpRequest frame = head(request);
        frame.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        return frame;
    }

    private static HttpRequest framed(ClientRequest request, long length) {
        HttpRequest frame = head(request);
        if (length > 0 || METHODS_WITH_BODY.contains(request.method())) {
            frame.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
        }
        return frame;
    }

    private static HttpRequest head(ClientRequest request) {
        URI uri = ascii(request.uri());
        HttpRequest frame =
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(request.method()), target(uri));
        request.headers()
                .without("Host")
                .endToEnd()
                .forEach(field -> frame.headers().add(field.name(), field.value()));
        frame.headers().set(HttpHeaderNames.HOST, Origin.secureOrHere(uri).authority());
        return frame;
    }

    /** What is beyond ASCII is encoded (RFC 3986 §2.5); mostly nothing is. */
    private static URI ascii(URI uri) {
        String encoded = uri.toASCIIString();
        return encoded.equals(uri.toString()) ? uri : URI.create(encoded);
    }

    private static String target(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
