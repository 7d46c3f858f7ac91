package fr.accroche.wire;

import fr.accroche.wire.Delivery.Manner;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A whole response.
 *
 * @param status the status code
 * @param headers the header fields, without Content-Length and Connection: wire writes those
 * @param body the body; not copied: do not write into it
 * @param delivery how it goes out
 */
public record Response(int status, Headers headers, byte[] body, Delivery delivery) {

    private static final byte[] NOTHING = {};

    /**
     * No response at all: the connection stays open, and is closed when {@link Limits#idle} has passed. For a service that
     * plays dead.
     */
    public static final Response SILENCE = nothing(Delivery.of(Manner.SILENT));

    /** No response at all, and the connection closed at once. For a service that dies. */
    public static final Response DROPPED = nothing(Delivery.of(Manner.DROPPED));

    public Response {
        Objects.requireNonNull(delivery, "delivery");
    }

    /** Whole and at once. */
    public Response(int status, Headers headers, byte[] body) {
        this(status, headers, body, Delivery.AT_ONCE);
    }

    /** No response: the connection alone says something. Its status is 0. */
    public static Response nothing(Delivery instead) {
        return new Response(0, Headers.EMPTY, NOTHING, instead);
    }

    /** A response without a body. */
    public static Response of(int status) {
        return new Response(status, Headers.EMPTY, NOTHING);
    }

    /** A response with a text body in UTF-8. */
    public static Response of(int status, String contentType, String body) {
        return new Response(status, Headers.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    public Response with(String name, String value) {
        return new Response(status, headers.with(name, value), body, delivery);
    }

    /** The same, going out in another way. */
    public Response delivered(Delivery otherwise) {
        return new Response(status, headers, body, otherwise);
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
