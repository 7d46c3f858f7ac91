package fr.accroche.proxy;

import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A refusal as the caller gets it, in one of the three shapes of the demonstrator's contract (docs/sources.md, ANS
 * proxy).
 *
 * @param terse the error in one line, for the journal
 * @param type an error type of RFC 9209 §2.3
 * @param response the answer
 */
record WireError(String terse, String type, Response response) {

    /** The type of a server that is down, or says so (RFC 9209 §2.3.2). */
    static final String UNAVAILABLE = "destination_unavailable";

    WireError {
        Objects.requireNonNull(terse, "terse");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(response, "response");
    }

    /** {@code {"code","message","metadata"}}: what the contract calls an error descriptor. */
    static WireError descriptor(int status, String message, JsonObject metadata) {
        JsonObject body = JsonObject.EMPTY
                .with("code", String.valueOf(status))
                .with("message", message)
                .with("metadata", metadata);
        return new WireError(
                message, "proxy_internal_response", Response.of(status, "application/json", body.compact()));
    }

    /** {@code application/problem+json} (RFC 9457): what the demonstrator's framework answers by itself. */
    static WireError problem(int status, String title, String detail, String path) {
        JsonObject body = JsonObject.EMPTY
                .with("type", "about:blank")
                .with("title", title)
                .with("status", status)
                .with("detail", detail)
                .with("instance", path);
        return new WireError(
                title, "http_request_error", Response.of(status, "application/problem+json", body.compact()));
    }

    /** A status without a body: a server behind the proxy failed. */
    static WireError empty(int status, String type) {
        return new WireError(type, type, Response.of(status));
    }

    /** The same, with one more member in the JSON of its body. */
    WireError withMember(String name, JsonObject value) {
        return withBody(Json.parseObject(response.body()).with(name, value));
    }

    /** The same, with one more member in the JSON of its body. */
    WireError withMember(String name, List<JsonObject> values) {
        return withBody(Json.parseObject(response.body()).with(name, values));
    }

    private WireError withBody(JsonObject body) {
        byte[] json = body.compact().getBytes(StandardCharsets.UTF_8);
        return new WireError(terse, type, new Response(response.status(), response.headers(), json));
    }

    WireError with(String header, String value) {
        Headers headers = response.headers().plus(header, value);
        return new WireError(terse, type, new Response(response.status(), headers, response.body()));
    }
}
