package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.MessageException;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Drives a proxy as an LPS does, by the ANS contract: connect, one request to each téléservice, disconnect. It notes what
 * it sends; what comes of it, the servers note.
 */
public final class LpsDriver {

    private static final String SOAP = "application/soap+xml; charset=utf-8";
    private static final String JSON = "application/json";

    private final URI proxy;
    private final LpsProfile profile;
    private final WireClient http;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public LpsDriver(URI proxy, LpsProfile profile, WireClient http, Journal journal, Clock clock, Supplier<UUID> ids) {
        this.proxy = proxy;
        this.profile = profile;
        this.http = http;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    /** A whole session with our own requests; it stops where the proxy refuses to connect. */
    public void everyTeleservice() throws IOException {
        LpsMessages messages = new LpsMessages(profile, clock, ids);
        session(session -> {
            for (Teleservice service : profile.teleservices()) {
                send(session, service, messages.request(service));
            }
            sendConformity(session);
        });
    }

    /** A whole session with one request of the vendor's, as it is. */
    public void one(Teleservice service, byte[] request) throws IOException {
        session(session -> send(session, service, request));
    }

    private record Session(String trace, String cookie, JsonObject answer) {}

    private interface Steps {
        void in(Session session) throws IOException;
    }

    private void session(Steps steps) throws IOException {
        Optional<Session> connected = connect();
        if (connected.isPresent()) {
            steps.in(connected.get());
            disconnect(connected.get());
        }
    }

    private Optional<Session> connect() throws IOException {
        String trace = ids.get().toString().replace("-", "");
        String binding = profile.has(LpsDefect.SENDS_WORDS_AS_BINDING_MESSAGE) ? "bonjour" : "42";
        JsonObject body = JsonObject.EMPTY
                .with("nationalId", profile.person().nameId())
                .with("bindingMessage", binding)
                .with("clientId", profile.operation().clientId().value())
                .with("channel", "MOBILE");
        Response response =
                http.send(traced(ClientRequest.post(proxy.resolve("/connect"), JSON, body.compact()), trace));
        if (response.status() != 200) {
            return Optional.empty();
        }
        String cookie = response.headers().first("Set-Cookie").orElse("").split(";", 2)[0];
        return Optional.of(new Session(trace, cookie, Json.parseObject(response.body())));
    }

    private void send(Session session, Teleservice service, byte[] body) throws IOException {
        String path = "/send/" + service.route() + path(service);
        HopNotes notes = notes(session, service, path, body);
        noteMessage(notes, service, body);
        Headers headers = Headers.of("Content-Type", SOAP);
        Response response =
                http.send(inSession(new ClientRequest("POST", proxy.resolve(path), headers, body), session));
        journal.record(notes.answered(response.status()));
    }

    private void sendConformity(Session session) throws IOException {
        JsonObject body = JsonObject.EMPTY
                .with("nationalId", profile.person().nameId())
                .with("clientID", profile.operation().clientId().value())
                .with(
                        "proxy_session_id",
                        session.answer().text("proxy_session_id").orElse(""))
                .with("session_state", session.answer().text("session_state").orElse(""));
        Teleservice service = Teleservice.CONFORMITE;
        String path = "/send/" + service.route() + path(service);
        byte[] bytes = body.compact().getBytes(StandardCharsets.UTF_8);
        HopNotes notes = notes(session, service, path, bytes);
        Headers headers = Headers.of("Content-Type", JSON);
        Response response =
                http.send(inSession(new ClientRequest("POST", proxy.resolve(path), headers, bytes), session));
        journal.record(notes.answered(response.status()));
    }

    /** Where each téléservice takes its requests, below its route. */
    private static String path(Teleservice service) {
        return switch (service) {
            case DMP -> "/patients";
            case INSI, ON -> "/lps";
            case CONFORMITE -> "/signsessiondata";
        };
    }

    private void disconnect(Session session) throws IOException {
        ClientRequest request = new ClientRequest("DELETE", proxy.resolve("/disconnect"), Headers.EMPTY, new byte[0]);
        http.send(inSession(request, session));
    }

    private ClientRequest inSession(ClientRequest request, Session session) {
        return traced(request, session.trace()).with("Cookie", session.cookie());
    }

    private ClientRequest traced(ClientRequest request, String trace) {
        String span = ids.get().toString().replace("-", "").substring(0, 16);
        return request.with("traceparent", "00-" + trace + "-" + span + "-01");
    }

    private HopNotes notes(Session session, Teleservice service, String path, byte[] body) {
        return HopNotes.open(clock, Stage.LPS_SEND, "lps", "POST " + path)
                .note(Fact.TRACE_ID, session.trace(), "HTTP/traceparent")
                .note(Fact.TELESERVICE, service.label(), "HTTP/path")
                .note(Fact.BODY_SHA256, sha256(body), "HTTP/body");
    }

    private static void noteMessage(HopNotes notes, Teleservice service, byte[] body) {
        try {
            BusinessRequest request = BusinessRequest.parse(body);
            ParsedAssertion.Kind kind =
                    service == Teleservice.DMP ? ParsedAssertion.Kind.VIHF : ParsedAssertion.Kind.ASSERTION_PS;
            Optional<ParsedAssertion> assertion = request.assertion(kind);
            notes.note(Fact.ASSERTION_PERSON, assertion.flatMap(ParsedAssertion::nameId), "SAML/NameID");
            if (service == Teleservice.DMP) {
                notes.note(
                        Fact.LPS_NUMBER,
                        assertion.flatMap(vihf -> vihf.lps().number()),
                        "VIHF/LPS_ID_HOMOLOGATION_DMP");
            } else {
                notes.note(
                        Fact.LPS_NUMBER,
                        request.contexteLps().flatMap(contexte -> contexte.lps().number()),
                        "SOAP/ContexteLPS/LPS/IDAM");
            }
        } catch (MessageException unreadable) {
            notes.note(Fact.ASSERTION_KIND, "none", "HTTP/body");
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
