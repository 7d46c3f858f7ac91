package fr.accroche.scenarios.replay;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.scenarios.replay.HarLinks.Link;
import fr.accroche.teleservice.RecordedRequest;
import fr.accroche.wire.evidence.RequestEvidence;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes recorded calls as the servers that got them would have, and nothing that only those know. Calls come in the order in which
 * they were sent: a token tells no more than the answer that it came with, where it cannot be read.
 */
final class HarNotes {

    /** Of RFC 6749 §5.2 and its kin: what else an answer may say, is not kept. */
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");

    private static final Pattern CHALLENGE = Pattern.compile("error=\"([a-z_]{1,40})\"");
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{1,16384}=*)");
    private static final Pattern SESSION = Pattern.compile("(?:^|;)\\s*proxy_session_id=([^;]+)");

    /** What a text has where bytes were no text: they are lost, and a digest of the rest is none of the body. */
    private static final String LOST = "\uFFFD";

    private final Declaration declaration;
    private final HarForms forms = new HarForms();
    private final Map<String, String> issued = new HashMap<>();

    HarNotes(Declaration declaration) {
        this.declaration = declaration;
    }

    Hop hop(HarEntry call, Link link) {
        HopNotes notes =
                HopNotes.open(Clock.fixed(call.at(), ZoneOffset.UTC), link.stage(), call.authority(), call.toString());
        RequestEvidence.in(notes, call.request());
        link.service().ifPresent(service -> notes.note(Fact.TELESERVICE, service.label(), "HAR/url"));
        switch (link.stage()) {
            case PROXY_CONNECT -> connect(notes, call);
            case PROXY_DISCONNECT -> session(notes, call);
            case PROXY_SEND -> send(notes, call);
            case BUSINESS -> business(notes, call, link.service().orElseThrow());
            case PSC_USERINFO -> bearer(call).ifPresent(token -> notes.note(Fact.PSC_TOKEN, token, "header"));
            default -> forms.note(notes, call, link);
        }
        if (link.stage() == Stage.EXCHANGE) {
            remember(call);
        }
        Hop hop = error(call)
                .map(terse -> notes.refused(call.answer().status(), terse))
                .orElseGet(() -> notes.answered(call.answer().status()));
        return new Hop(
                hop.at(),
                call.took(),
                hop.stage(),
                hop.server(),
                hop.call(),
                hop.status(),
                hop.answer(),
                hop.client(),
                hop.facts(),
                hop.breaches());
    }

    private static Optional<String> error(HarEntry call) {
        if (call.answer().status() < 400) {
            return Optional.empty();
        }
        Matcher challenge = CHALLENGE.matcher(
                call.answer().headers().first("WWW-Authenticate").orElse(""));
        return call.answered()
                .text("error")
                .filter(ERROR.asMatchPredicate())
                .or(() -> challenge.find() ? Optional.of(challenge.group(1)) : Optional.empty());
    }

    private static void connect(HopNotes notes, HarEntry call) {
        JsonObject asked = call.json();
        JsonObject answer = call.answered();
        notes.note(Fact.LOGIN_HINT, asked.text("nationalId"), "json/nationalId")
                .note(Fact.BINDING_MESSAGE, asked.text("bindingMessage"), "json/bindingMessage")
                .note(Fact.CLIENT_ID, asked.text("clientId"), "json/clientId")
                .note(Fact.CHANNEL, asked.text("channel"), "json/channel")
                .note(Fact.PROXY_SESSION, answer.text("proxy_session_id"), "answer/proxy_session_id")
                .note(Fact.PSC_SESSION, answer.text("session_state"), "answer/session_state")
                .note(Fact.PSC_TOKEN, answer.text("access_token"), "answer/access_token");
    }

    private static void session(HopNotes notes, HarEntry call) {
        Matcher cookie =
                SESSION.matcher(String.join("; ", call.request().headers().all("Cookie")));
        notes.note(
                Fact.PROXY_SESSION,
                cookie.find() ? Optional.of(cookie.group(1).strip()) : Optional.empty(),
                "cookie/proxy_session_id");
    }

    private static void send(HopNotes notes, HarEntry call) {
        session(notes, call);
        notes.noteMediaType(call.request().headers().first("Content-Type"));
        if (isWhole(call)) {
            notes.noteBody(call.request().body());
        }
    }

    private void business(HopNotes notes, HarEntry call, Teleservice service) {
        bearer(call).ifPresent(token -> token(notes, token));
        if (isWhole(call)) {
            new RecordedRequest(
                            declaration.environment(), declaration.settings(), Clock.fixed(call.at(), ZoneOffset.UTC))
                    .note(notes, service, call.request());
        }
    }

    private static boolean isWhole(HarEntry call) {
        return call.request().body().length > 0 && !call.request().text().contains(LOST);
    }

    private static Optional<String> bearer(HarEntry call) {
        Matcher credential = BEARER.matcher(call.header("Authorization"));
        return credential.matches() ? Optional.of(credential.group(1)) : Optional.empty();
    }

    /** Its claims, where it has any; else who exchanged it in this file. That there is none says nothing: tools take it out. */
    private void token(HopNotes notes, String token) {
        JsonObject claims = HarEntry.claims(token);
        String issuer = claims.text("iss").orElse("");
        boolean psc = issuer.contains("esante-wallet");
        notes.note(Fact.API_TOKEN, token, "header/Authorization");
        if (psc) {
            notes.note(Fact.PSC_TOKEN, token, "header/Authorization");
        }
        if (psc || issuer.contains("/realms/")) {
            notes.note(Fact.BEARER_KIND, psc ? "psc" : "api", "token/iss");
        }
        if (psc) {
            return;
        }
        notes.note(
                        Fact.BEARER_CLIENT,
                        claims.text("azp").or(() -> Optional.ofNullable(issued.get(Fact.API_TOKEN.redact(token)))),
                        claims.text("azp").isPresent() ? "token/azp" : "exchange/client_id")
                .note(Fact.BEARER_AUDIENCE, audience(claims), "token/aud");
        HarForms.noteToken(notes, claims);
    }

    /** The services that it names; a name that is none of theirs says nothing of which it is for. */
    private static Optional<String> audience(JsonObject claims) {
        List<String> names = claims.get("aud").stream()
                .flatMap(aud -> aud instanceof JsonArray several ? several.items().stream() : Stream.of(aud))
                .flatMap(name -> name instanceof JsonText text ? Stream.of(text.value()) : Stream.empty())
                .toList();
        return Optional.of(names.stream()
                        .flatMap(name -> Teleservice.named(name).stream())
                        .map(Teleservice::label)
                        .collect(Collectors.joining(" ")))
                .filter(known -> !known.isEmpty());
    }

    private void remember(HarEntry call) {
        Optional<String> client = HarForms.client(call);
        Optional<String> token = call.answered().text("access_token");
        token.flatMap(known -> client.map(who -> Map.entry(Fact.API_TOKEN.redact(known), who)))
                .ifPresent(entry -> issued.put(entry.getKey(), entry.getValue()));
    }
}
