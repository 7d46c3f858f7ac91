package fr.accroche.scenarios.suite;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the contract of the ANS demonstrator asks of an answer, as checks of a case. */
record Contract(Scene scene) {

    private static final String NOTHING = "—";

    void status(String call, int expected, Response answer) {
        scene.same(call + " → status", expected, answer.status());
    }

    /** One of several statuses. */
    void status(String call, List<Integer> expected, Response answer) {
        String either = expected.stream().map(String::valueOf).collect(Collectors.joining(" | "));
        scene.holds(call + " → status", either, expected.contains(answer.status()), answer.status());
    }

    /** {@code {"code","message","metadata"}}, with this message. */
    void descriptor(String call, int status, String message, Response answer) {
        descriptor(call, status, answer);
        scene.same(
                call + " → json/message",
                message,
                Live.json(answer).text("message").orElse(NOTHING));
    }

    void descriptor(String call, int status, Response answer) {
        status(call, status, answer);
        scene.same(call + " → json/code", status, Live.json(answer).text("code").orElse(NOTHING));
    }

    /** Whom an error is about. */
    void metadata(String call, String nationalId, String clientId, Response answer) {
        JsonObject metadata = Live.json(answer).object("metadata").orElse(JsonObject.EMPTY);
        scene.same(
                call + " → json/metadata/nationalId",
                nationalId,
                metadata.text("nationalId").orElse(NOTHING));
        scene.same(
                call + " → json/metadata/clientId",
                clientId,
                metadata.text("clientId").orElse(NOTHING));
    }

    /** A status without a body. */
    void empty(String call, int status, Response answer) {
        status(call, status, answer);
        scene.same(call + " → body", "0", answer.body().length);
    }

    /** No cookie of a session. */
    void noSession(String call, Response answer) {
        scene.holds(
                call + " → Set-Cookie",
                NOTHING,
                Live.cookie(answer).isEmpty(),
                Live.cookie(answer).map(value -> Live.COOKIE).orElse(NOTHING));
    }

    /** The cookie is made forgotten (RFC 6265 §3.1). */
    void forgotten(String call, Response answer) {
        boolean forgotten = answer.headers().all("Set-Cookie").stream()
                .map(field -> field.toLowerCase(Locale.ROOT))
                .anyMatch(field -> field.startsWith(Live.COOKIE)
                        && (field.matches(".*;\\s*max-age=0\\b.*") || field.matches(".*;\\s*expires=.*1970.*")));
        scene.holds(call + " → Set-Cookie", "Max-Age=0", forgotten, forgotten ? "Max-Age=0" : NOTHING);
    }

    /** No simulator around the proxy was called. */
    void nothingDownstream() {
        List<Hop> seen = scene.downstream();
        String calls = seen.stream().map(Hop::call).distinct().collect(Collectors.joining(", "));
        scene.holds("journal", "0", seen.isEmpty(), seen.isEmpty() ? "0" : seen.size() + ": " + calls);
    }
}
