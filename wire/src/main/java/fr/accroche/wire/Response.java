package fr.accroche.wire;

import java.nio.charset.StandardCharsets;

/**
 * A whole response.
 *
 * @param status the status code
 * @param headers the header fields, without Content-Length and Connection: wire writes those
 * @param body the body; not copied: do not write into it
 */
public record Response(int status, Headers headers, byte[] body) {

    private static final byte[] NOTHING = {};

    /**
     * No response at all: the connection stays open, and is closed when {@link Limits#idle} has passed. For a service that
     * plays dead.
     */
    public static final Response SILENCE = new Response(0, Headers.EMPTY, NOTHING);

    /** No response at all, and the connection closed at once. For a service that dies. */
    public static final Response DROPPED = new Response(0, Headers.EMPTY, NOTHING);

    /** A response without a body. */
    public static Response of(int status) {
        return new Response(status, Headers.EMPTY, NOTHING);
    }

    /** A response with a text body in UTF-8. */
    public static Response of(int status, String contentType, String body) {
        return new Response(status, Headers.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    public Response with(String name, String value) {
        return new Response(status, headers.with(name, value), body);
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The status only: bodies and headers hold secrets. */
    @Override
    public String toString() {
        return "Response[" + status + "]";
    }
}
