package fr.accroche.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A request to send.
 *
 * @param method the method
 * @param uri an absolute https URI
 * @param headers the header fields, without Host, Content-Length, Transfer-Encoding and Connection: wire writes those
 * @param body the body; empty for none
 * @param chunked whether the body goes in chunks, its length not told beforehand (RFC 9112 §7.1)
 */
public record ClientRequest(String method, URI uri, Headers headers, byte[] body, boolean chunked) {

    /** One that tells the length of its body beforehand (RFC 9112 §6.2). */
    public ClientRequest(String method, URI uri, Headers headers, byte[] body) {
        this(method, uri, headers, body, false);
    }

    public static ClientRequest get(URI uri) {
        return new ClientRequest("GET", uri, Headers.EMPTY, new byte[0]);
    }

    public static ClientRequest post(URI uri, String contentType, String body) {
        return new ClientRequest(
                "POST", uri, Headers.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    public ClientRequest with(String name, String value) {
        return new ClientRequest(method, uri, headers.with(name, value), body, chunked);
    }

    /** The same in chunks, as a client sends what it does not know the length of yet. */
    public ClientRequest inChunks() {
        return new ClientRequest(method, uri, headers, body, true);
    }

    /** Method, host and path only: the rest holds secrets. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getRawPath();
    }
}
