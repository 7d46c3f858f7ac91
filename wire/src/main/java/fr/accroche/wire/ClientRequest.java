package fr.accroche.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A request to send.
 *
 * @param method the method
 * @param uri an absolute https URI
 * @param headers the header fields, without Host, Content-Length and Connection: wire writes those
 * @param body the body; empty for none
 */
public record ClientRequest(String method, URI uri, Headers headers, byte[] body) {

    public static ClientRequest get(URI uri) {
        return new ClientRequest("GET", uri, Headers.EMPTY, new byte[0]);
    }

    public static ClientRequest post(URI uri, String contentType, String body) {
        return new ClientRequest(
                "POST", uri, Headers.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    public ClientRequest with(String name, String value) {
        return new ClientRequest(method, uri, headers.with(name, value), body);
    }

    /** Method, host and path only: the rest holds secrets. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getRawPath();
    }
}
