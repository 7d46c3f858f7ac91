package fr.accroche.wire;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the parts of one request together, within the limits and the grammar of RFC 9112. */
final class RequestAssembly {

    private static final List<String> SCHEMES = List.of("https://", "http://");

    private final HttpRequest head;
    private final String target;
    private final BodyBuffer body;
    private final Optional<Relayer> relayer;

    private RequestAssembly(HttpRequest head, String target, BodyBuffer body, Optional<Relayer> relayer) {
        this.head = head;
        this.target = target;
        this.body = body;
        this.relayer = relayer;
    }

    static RequestAssembly begin(HttpRequest head, Limits limits, Handler handler) throws RefusedRequestException {
        refuseBroken(head.decoderResult());
        refuseVersion(head.protocolVersion());
        refuseHost(head);
        refuseFraming(head);
        refuseExpectation(head.headers());
        String target = originForm(head);
        Optional<Relayer> relayer = handler.relayer(head.method().name(), pathIn(target));
        long longest = relayer.isPresent() ? limits.relayed().bodyBytes() : limits.bodyBytes();
        if (HttpUtil.getContentLength(head, 0L) > longest) {
            throw tooLarge(longest);
        }
        return new RequestAssembly(head, target, new BodyBuffer(limits.bodyBytes()), relayer);
    }

    HttpRequest head() {
        return head;
    }

    /** Who decides on it before its body is read; empty if it is to be put together. */
    Optional<Relayer> relayer() {
        return relayer;
    }

    /** Whether the client waits for a 100 before it sends the body (RFC 9110 §10.1.1). */
    boolean awaitsContinue() {
        return HttpUtil.is100ContinueExpected(head);
    }

    String method() {
        return head.method().name();
    }

    boolean keepAlive() {
        return HttpUtil.isKeepAlive(head);
    }

    boolean isHttp10() {
        return head.protocolVersion().equals(HttpVersion.HTTP_1_0);
    }

    void add(HttpContent part) throws RefusedRequestException {
        refuseBroken(part.decoderResult());
        ByteBuf content = part.content();
        if (!body.add(content)) {
            throw tooLarge(body.limit());
        }
    }

    Request finish(Peer peer) {
        return new Request(method(), target, headers(head), body.bytes(), peer);
    }

    static Headers headers(HttpMessage message) {
        List<Header> fields = new ArrayList<>(message.headers().size());
        message.headers().forEach(field -> fields.add(new Header(field.getKey(), field.getValue())));
        return Headers.of(fields);
    }

    static void refuseBroken(DecoderResult result) throws RefusedRequestException {
        if (result.isSuccess()) {
            return;
        }
        if (result.cause() instanceof TooLongHttpLineException) {
            throw new RefusedRequestException(414, "the request line is too long");
        }
        if (result.cause() instanceof TooLongHttpHeaderException) {
            throw new RefusedRequestException(431, "the header section is too large");
        }
        throw new RefusedRequestException(400, "the request is not well-formed HTTP/1.1 (RFC 9112)");
    }

    private static void refuseVersion(HttpVersion version) throws RefusedRequestException {
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            throw new RefusedRequestException(505, "this server speaks HTTP/1.1");
        }
    }

    /** RFC 9112 §3.2. */
    private static void refuseHost(HttpRequest head) throws RefusedRequestException {
        int hosts = head.headers().getAll(HttpHeaderNames.HOST).size();
        if (hosts > 1 || hosts == 0 && head.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
            throw new RefusedRequestException(400, "expected one Host header, observed " + hosts);
        }
    }

    /** RFC 9112 §6.1 and §6.3. The decoder has refused all else. */
    private static void refuseFraming(HttpRequest head) throws RefusedRequestException {
        List<String> codings = head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!codings.isEmpty() && !(codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"))) {
            throw new RefusedRequestException(501, "the only transfer coding here is chunked");
        }
        if (!codings.isEmpty() && head.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            throw new RefusedRequestException(400, "HTTP/1.0 has no transfer codings (RFC 9112 §6.1)");
        }
    }

    private static void refuseExpectation(HttpHeaders headers) throws RefusedRequestException {
        String expected = headers.get(HttpHeaderNames.EXPECT);
        if (expected != null && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expected)) {
            throw new RefusedRequestException(417, "the only expectation met here is 100-continue");
        }
    }

    /** RFC 9112 §3.2: the origin form, the absolute form turned into it, or the asterisk of OPTIONS. */
    private static String originForm(HttpRequest head) throws RefusedRequestException {
        String target = head.uri();
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) <= ' ' || target.charAt(i) > '~') {
                throw new RefusedRequestException(400, "the request target holds a character that must be encoded");
            }
        }
        if (target.startsWith("/") || target.equals("*") && head.method().name().equals("OPTIONS")) {
            return target;
        }
        return pathOf(target, schemeLength(target));
    }

    private static int schemeLength(String target) throws RefusedRequestException {
        for (String scheme : SCHEMES) {
            if (target.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return scheme.length();
            }
        }
        throw new RefusedRequestException(400, "the request target is neither a path nor an http(s) URI");
    }

    private static String pathOf(String target, int authority) {
        for (int i = authority; i < target.length(); i++) {
            if (target.charAt(i) == '/') {
                return target.substring(i);
            }
            if (target.charAt(i) == '?') {
                return "/" + target.substring(i);
            }
        }
        return "/";
    }

    private static String pathIn(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    static RefusedRequestException tooLarge(long limit) {
        return new RefusedRequestException(413, "the body is larger than " + limit + " bytes");
    }
}
