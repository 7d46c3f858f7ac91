package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Waits for the professional by polling PSC's token endpoint (CIBA Core §10.1, §11). */
final class PscPolling {

    private static final Duration SLOW_DOWN = Duration.ofSeconds(5);
    private static final Duration AT_ONCE = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String GRANT = "urn:openid:params:grant-type:ciba";

    private static final Text STOPPING =
            Text.of("le proxy s'arrête : redémarrez-le", "the proxy is stopping: start it again");

    private final Clock clock;
    private final Pause pause;
    private final ProxyDefects defects;

    PscPolling(Clock clock, Pause pause, ProxyDefects defects) {
        this.clock = clock;
        this.pause = pause;
        this.defects = defects;
    }

    /** Polls until PSC gives tokens or refuses, or the time that it allowed is over: ten minutes at most. */
    Outcome<Authenticated> await(Acknowledged request) {
        Duration allowed = request.expiresIn().compareTo(LONGEST) < 0 ? request.expiresIn() : LONGEST;
        Instant deadline = clock.instant().plus(allowed);
        Duration interval = request.interval();
        Duration waited = Duration.ZERO;
        while (true) {
            Duration wait = defects.has(ProxyDefect.POLLS_TOO_FAST) ? AT_ONCE : interval;
            waited = waited.plus(wait);
            if (waited.compareTo(allowed) > 0 || clock.instant().plus(wait).isAfter(deadline)) {
                return Outcome.refused(
                        defects.expired(UpstreamAnswer.expired(Psc.NAME, allowed.toSeconds(), metadata(request))));
            }
            Outcome<UpstreamAnswer> polled = pause(wait).then(rested -> poll(request));
            String pending = polled.fold(this::pending, refused -> "");
            if (pending.isEmpty()) {
                return polled.then(answer -> Psc.succeeded(answer, metadata(request)))
                        .then(answer -> answer.read(body -> tokens(defects.read(body))))
                        .then(tokens ->
                                Outcome.next(new Authenticated(request.at().who(), tokens)));
            }
            boolean slower = pending.equals("slow_down") && !defects.has(ProxyDefect.IGNORES_SLOW_DOWN);
            interval = slower ? interval.plus(SLOW_DOWN) : interval;
        }
    }

    private Outcome<UpstreamAnswer> poll(Acknowledged request) {
        Caller caller = request.at().who().psc();
        Form form = caller.form()
                .plus("grant_type", GRANT)
                .plus("auth_req_id", request.authReqId().value());
        Outcome<Response> polled = caller.post(request.at().psc().token(), form);
        return polled.then(response -> Outcome.next(new UpstreamAnswer(Psc.NAME, response)));
    }

    private Outcome<Duration> pause(Duration duration) {
        try {
            pause.await(duration);
            return Outcome.next(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.refused(Refused.byUpstreamFailure(WireError.empty(503, "proxy_internal_error"), STOPPING));
        }
    }

    /** The error code that means: ask again later; empty text for an answer that ends the polling. */
    private String pending(UpstreamAnswer answer) {
        if (defects.has(ProxyDefect.KEEPS_POLLING_AFTER_REFUSAL) && !answer.succeeded()) {
            return answer.error().orElse("none");
        }
        return answer.error()
                .filter(error -> !answer.succeeded())
                .filter(error -> error.equals("authorization_pending") || error.equals("slow_down"))
                .orElse("");
    }

    private static JsonObject metadata(Acknowledged request) {
        return request.at().who().asked().metadata();
    }

    private static PscTokens tokens(JsonObject body) {
        String idToken = required(body, "id_token");
        String type = required(body, "token_type");
        if (!type.equalsIgnoreCase("Bearer")) {
            throw new IllegalArgumentException("token_type must be Bearer");
        }
        return new PscTokens(
                new Token(required(body, "access_token")),
                new Token(idToken),
                required(body, "session_state"),
                subjectNameId(idToken));
    }

    static String required(JsonObject body, String name) {
        return body.text(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    /** The claim SubjectNameID, unverified: it only serves to name the person in an error. */
    private static Optional<String> subjectNameId(String idToken) {
        String[] parts = idToken.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Json.parseObject(Base64.getUrlDecoder().decode(parts[1])).text("SubjectNameID");
        } catch (IllegalArgumentException | JsonException e) {
            return Optional.empty();
        }
    }
}
