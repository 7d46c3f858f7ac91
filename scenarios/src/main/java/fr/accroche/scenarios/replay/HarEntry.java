package fr.accroche.scenarios.replay;

import fr.accroche.wire.Form;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A call as a HAR has it, secrets and all: what may be kept of it is for {@link HarNotes} to say.
 *
 * @param at when it was sent, by the clock of what recorded it
 * @param took until the answer was there
 * @param authority host, and port if the address has one
 * @param request what was sent; the body as far as the file has it
 * @param answer what came back; status 0 for nothing
 */
record HarEntry(Instant at, Duration took, String authority, Request request, Response answer) {

    String header(String name) {
        return request.headers().first(name).orElse("");
    }

    boolean isPost() {
        return request.method().equals("POST");
    }

    /** What was posted as a form; empty where it cannot be read, or the file does not have it. */
    Optional<Form> form() {
        try {
            return Optional.of(Form.parse(isPost() ? request.text() : request.query()))
                    .filter(form -> !form.names().isEmpty());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** What was posted as JSON; empty object where it is none. */
    JsonObject json() {
        return object(request.body());
    }

    /** What was answered as JSON; empty object where it is none. */
    JsonObject answered() {
        return object(answer.body());
    }

    /** What a JWT says of itself, which nobody has checked; empty object where it is none (RFC 7519 §3). */
    static JsonObject claims(String token) {
        return part(token, 1);
    }

    /** The header of a JWS (RFC 7515 §4). */
    static JsonObject head(String token) {
        return part(token, 0);
    }

    private static JsonObject part(String token, int index) {
        String[] parts = token.split("\\.", -1);
        try {
            return parts.length == 3 ? object(Base64.getUrlDecoder().decode(parts[index])) : JsonObject.EMPTY;
        } catch (IllegalArgumentException noBase64) {
            return JsonObject.EMPTY;
        }
    }

    private static JsonObject object(byte[] utf8) {
        try {
            return utf8.length == 0 ? JsonObject.EMPTY : Json.parseObject(utf8);
        } catch (JsonException none) {
            return JsonObject.EMPTY;
        }
    }

    /** Method and path only: the rest holds secrets. */
    @Override
    public String toString() {
        return request.toString();
    }
}
