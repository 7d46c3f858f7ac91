package fr.accroche.wire;

import fr.accroche.wire.json.JsonObject;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * A refusal in the form of RFC 9457.
 *
 * @param status the status code; its reason phrase is the title
 * @param detail a sentence for the person who reads it; null for none
 */
public record Problem(int status, String detail) {

    /** An {@code application/problem+json} response. */
    public Response response() {
        JsonObject body = JsonObject.EMPTY
                .with("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .with("status", status)
                .with("detail", detail);
        return Response.of(status, "application/problem+json", body.compact());
    }
}
