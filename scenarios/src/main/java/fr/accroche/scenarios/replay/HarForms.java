package fr.accroche.scenarios.replay;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.scenarios.replay.HarLinks.Link;
import fr.accroche.wire.Form;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the forms that go to PSC and to authorization servers say, and their answers. */
final class HarForms {

    private static final Set<String> REPEATABLE = Set.of("audience", "resource");

    /** CIBA Core §7.3: where the answer has none. */
    private static final long USUAL_INTERVAL = 5;

    /** CIBA Core §11: what slow_down adds. */
    private static final long SLOWER = 5;

    /** How fast a request may be polled, and when it was last. */
    private record Polled(long interval, Optional<Instant> last) {}

    private final Map<String, Polled> polled = new HashMap<>();

    void note(HopNotes notes, HarEntry call, Link link) {
        Form form = call.form().orElseGet(Form::of);
        String place = call.isPost() ? "form/" : "query/";
        client(notes, call, form);
        repeated(notes, form);
        switch (link.stage()) {
            case PSC_CIBA -> ciba(notes, call, form);
            case PSC_TOKEN -> token(notes, call, form);
            case EXCHANGE -> exchange(notes, call, form, link);
            case PSC_INTROSPECTION, PSC_REVOCATION -> notes.note(Fact.PSC_TOKEN, form.first("token"), place + "token");
            case API_INTROSPECTION, API_REVOCATION -> notes.note(Fact.API_TOKEN, form.first("token"), place + "token");
            case PSC_LOGOUT ->
                notes.note(
                        Fact.PSC_SESSION,
                        form.first("id_token_hint")
                                .flatMap(hint -> HarEntry.claims(hint).text("sid")),
                        place + "id_token_hint");
            default -> {}
        }
        if (link.stage() == Stage.PSC_INTROSPECTION || link.stage() == Stage.API_INTROSPECTION) {
            noteToken(notes, call.answered());
        }
    }

    /** Who it says that it is; empty where nothing but its certificate does. */
    static Optional<String> client(HarEntry call) {
        return basic(call).or(() -> call.form().flatMap(form -> form.first("client_id")));
    }

    private static Optional<String> basic(HarEntry call) {
        String credentials = call.header("Authorization");
        if (!credentials.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String both = new String(
                    Base64.getDecoder().decode(credentials.substring(6).strip()), StandardCharsets.UTF_8);
            return Optional.of(both)
                    .filter(text -> text.indexOf(':') > 0)
                    .map(text -> text.substring(0, text.indexOf(':')));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Without a secret, a certificate may have spoken, which no HAR keeps. */
    private static void client(HopNotes notes, HarEntry call, Form form) {
        Optional<String> basic = basic(call);
        notes.note(Fact.CLIENT_ID, client(call), basic.isPresent() ? "header/Authorization" : "form/client_id");
        if (basic.isPresent()) {
            notes.note(Fact.CLIENT_AUTHENTICATION, "client_secret_basic", "header/Authorization");
        } else if (form.first("client_secret").isPresent()) {
            notes.note(Fact.CLIENT_AUTHENTICATION, "client_secret_post", "form/client_secret");
        }
    }

    private static void repeated(HopNotes notes, Form form) {
        List<String> names = form.repeated().stream()
                .filter(name -> !REPEATABLE.contains(name))
                .toList();
        if (!names.isEmpty()) {
            notes.note(Fact.REPEATED_PARAMETERS, String.join(" ", names), "form");
        }
    }

    private void ciba(HopNotes notes, HarEntry call, Form form) {
        Optional<String> request = form.first("request");
        JsonObject signed = request.map(HarEntry::claims).orElse(JsonObject.EMPTY);
        String place = request.isPresent() ? "request/" : "form/";
        notes.note(
                Fact.REQUEST_OBJECT,
                request.map(jws -> HarEntry.head(jws).text("alg").orElse("none"))
                        .orElse("none"),
                request.isPresent() ? "request/header.alg" : "form/request");
        Map.of(
                        Fact.SCOPE, "scope",
                        Fact.ACR_VALUES, "acr_values",
                        Fact.LOGIN_HINT, "login_hint",
                        Fact.BINDING_MESSAGE, "binding_message",
                        Fact.CHANNEL, "channel")
                .forEach((fact, name) ->
                        notes.note(fact, request.isPresent() ? signed.text(name) : form.first(name), place + name));
        JsonObject answer = call.answered();
        answer.text("auth_req_id").ifPresent(id -> {
            long interval = answer.integer("interval").orElse(USUAL_INTERVAL);
            polled.put(Fact.AUTH_REQ_ID.redact(id), new Polled(interval, Optional.empty()));
            notes.note(Fact.AUTH_REQ_ID, id, "answer/auth_req_id")
                    .note(Fact.POLL_INTERVAL, String.valueOf(interval), "answer/interval");
        });
    }

    private void token(HopNotes notes, HarEntry call, Form form) {
        notes.note(Fact.GRANT_TYPE, form.first("grant_type"), "form/grant_type")
                .note(Fact.AUTH_REQ_ID, form.first("auth_req_id"), "form/auth_req_id")
                .note(Fact.AUTHORIZATION_CODE, form.first("code"), "form/code");
        form.first("auth_req_id").map(Fact.AUTH_REQ_ID::redact).ifPresent(id -> poll(notes, call, id));
        JsonObject answer = call.answered();
        JsonObject claims = answer.text("access_token").map(HarEntry::claims).orElse(JsonObject.EMPTY);
        notes.note(Fact.PSC_TOKEN, answer.text("access_token"), "answer/access_token")
                .note(
                        Fact.PSC_SESSION,
                        answer.text("session_state").or(() -> claims.text("sid")),
                        "answer/session_state")
                .note(Fact.TOKEN_PERSON, claims.text("SubjectNameID"), "token/SubjectNameID");
    }

    /** By the clock of who recorded, from one poll to the next. */
    private void poll(HopNotes notes, HarEntry call, String id) {
        Polled before = polled.get(id);
        if (before == null) {
            return;
        }
        notes.note(Fact.POLL_INTERVAL, String.valueOf(before.interval()), "answer/interval")
                .note(
                        Fact.POLL_GAP,
                        before.last()
                                .map(last -> Duration.between(last, call.at()).toMillis())
                                .map(String::valueOf),
                        "HAR/startedDateTime");
        boolean slower =
                call.answered().text("error").filter("slow_down"::equals).isPresent();
        polled.put(id, new Polled(before.interval() + (slower ? SLOWER : 0), Optional.of(call.at())));
    }

    private static void exchange(HopNotes notes, HarEntry call, Form form, Link link) {
        notes.note(Fact.GRANT_TYPE, form.first("grant_type"), "form/grant_type")
                .note(Fact.SCOPE, form.first("scope"), "form/scope")
                .note(Fact.PSC_TOKEN, form.first("subject_token"), "form/subject_token")
                .note(Fact.SUBJECT_TOKEN_TYPE, form.first("subject_token_type"), "form/subject_token_type")
                .note(Fact.REQUESTED_TOKEN_TYPE, form.first("requested_token_type"), "form/requested_token_type")
                .note(Fact.SUBJECT_ISSUER, form.first("subject_issuer"), "form/subject_issuer")
                .note(Fact.API_TOKEN, call.answered().text("access_token"), "answer/access_token")
                .note(Fact.EXCHANGE_ACTOR, actor(form), "form");
        if (link.service().isPresent()) {
            notes.note(Fact.EXCHANGE_AUDIENCE, all(form, "audience"), "form/audience")
                    .note(Fact.EXCHANGE_RESOURCE, all(form, "resource"), "form/resource");
        }
        JsonObject subject = form.first("subject_token").map(HarEntry::claims).orElse(JsonObject.EMPTY);
        notes.note(Fact.SUBJECT_TOKEN_ISSUER, subject.text("iss"), "token/iss")
                .note(Fact.SUBJECT_TOKEN_CLIENT, subject.text("azp"), "token/azp")
                .note(Fact.SUBJECT_TOKEN_ACR, subject.text("acr"), "token/acr")
                .note(Fact.TOKEN_PERSON, subject.text("SubjectNameID"), "token/SubjectNameID")
                .note(Fact.PSC_SESSION, subject.text("sid"), "token/sid");
    }

    private static Optional<String> all(Form form, String name) {
        return Optional.of(String.join(" | ", form.all(name))).filter(names -> !names.isEmpty());
    }

    private static Optional<String> actor(Form form) {
        return Optional.of(Stream.of("actor_token", "actor_token_type")
                        .filter(name -> form.first(name).isPresent())
                        .collect(Collectors.joining(" ")))
                .filter(names -> !names.isEmpty());
    }

    /** Whose a token is, and the certificate that it is bound to (RFC 8705 §3.1), where it or its introspection says so. */
    static void noteToken(HopNotes notes, JsonObject claims) {
        notes.note(Fact.TOKEN_PERSON, claims.text("SubjectNameID"), "token/SubjectNameID")
                .note(
                        Fact.TOKEN_CNF,
                        claims.object("cnf")
                                .flatMap(cnf -> cnf.text("x5t#S256"))
                                .flatMap(HarForms::thumbprint),
                        "token/cnf");
    }

    private static Optional<String> thumbprint(String encoded) {
        try {
            byte[] digest = Base64.getUrlDecoder().decode(encoded);
            return Optional.of(digest).filter(bytes -> bytes.length == 32).map(HexFormat.of()::formatHex);
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
