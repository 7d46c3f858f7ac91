package fr.accroche.scenarios.suite;

import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.util.Optional;

/**
 * An open session.
 *
 * @param caller whose
 * @param trace what its calls are found by
 * @param answer that opened it
 */
record Live(Caller caller, TraceParent trace, Response answer) {

    static final String COOKIE = "proxy_session_id";

    /** The value of the session's cookie in an answer; empty if it sets none, or makes it forgotten. */
    static Optional<String> cookie(Response answer) {
        return answer.headers().all("Set-Cookie").stream()
                .map(field -> field.split(";", 2)[0].strip())
                .filter(pair -> pair.startsWith(COOKIE + "="))
                .map(pair -> pair.substring(COOKIE.length() + 1).replace("\"", ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The body as a JSON object; empty where it is none. */
    static JsonObject json(Response answer) {
        try {
            return Json.parseObject(answer.body());
        } catch (JsonException none) {
            return JsonObject.EMPTY;
        }
    }

    String id() {
        return cookie(answer).orElse("");
    }

    String state() {
        return json(answer).text("session_state").orElse("");
    }

    /** What the conformity API takes (docs/sources.md, ANS proxy). */
    JsonObject data() {
        return JsonObject.EMPTY
                .with("nationalId", caller.person())
                .with("clientID", caller.clientId())
                .with("proxy_session_id", id())
                .with("session_state", state());
    }

    /** Names and values for the header fields of a call in this session. */
    String cookieField() {
        return COOKIE + "=" + id();
    }

    /** The same session, in which bodies are sent in chunks. */
    Live streaming() {
        return new Live(caller.streaming(), trace, answer);
    }

    /** A call in this session, with more header fields as names and values in turn. */
    Response call(String method, String path, byte[] body, String... headers) throws IOException {
        return call(method, path, body, Headers.of(headers));
    }

    Response call(String method, String path, byte[] body, Headers headers) throws IOException {
        String others = headers.first("Cookie").map(pairs -> "; " + pairs).orElse("");
        return caller.call(trace, method, path, body, headers.with("Cookie", cookieField() + others));
    }

    Response disconnect() throws IOException {
        return call("DELETE", "/disconnect", new byte[0]);
    }

    /** Whose it is: the rest lets who has it in. */
    @Override
    public String toString() {
        return "Live[" + caller.clientId() + "]";
    }
}
