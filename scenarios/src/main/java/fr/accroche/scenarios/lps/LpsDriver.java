package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.LpsAuthentication;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.MessageException;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Drives a proxy as an LPS does, by the ANS contract: connect, one request to each téléservice, disconnect. Before a métier
 * proxy, the requests are JSON. It notes what it sends; what comes of it, the servers note.
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
    private final RandomGenerator random;

    public LpsDriver(
            URI proxy,
            LpsProfile profile,
            WireClient http,
            Journal journal,
            Clock clock,
            Supplier<UUID> ids,
            RandomGenerator random) {
        this.proxy = proxy;
        this.profile = profile;
        this.http = http;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** A whole session with our own requests; it stops where the proxy refuses to connect. */
    public void everyTeleservice() throws IOException {
        LpsMessages messages = new LpsMessages(profile, clock, ids);
        session(session -> {
            for (Teleservice service : profile.teleservices()) {
                if (metier()) {
                    ask(session, service, new LpsRequests(profile, messages, clock, ids));
                } else {
                    send(session, service, messages.request(service));
                }
            }
            sendConformity(session);
        });
    }

    /** A whole session with one request of the vendor's, as it is. */
    public void one(Teleservice service, byte[] request) throws IOException {
        session(session -> {
            if (metier()) {
                JsonObject json = Json.parseObject(request);
                build(session, service, BusinessOperation.fitting(service.route(), json), request);
            } else {
                send(session, service, request);
            }
        });
    }

    private boolean metier() {
        return profile.mode() == ProxyEsante.Mode.METIER;
    }

    private void ask(Session session, Teleservice service, LpsRequests requests) throws IOException {
        for (BusinessOperation operation : BusinessOperation.of(service.route())) {
            byte[] body = requests.request(operation).compact().getBytes(StandardCharsets.UTF_8);
            build(session, service, operation, body);
        }
    }

    private void build(Session session, Teleservice service, BusinessOperation operation, byte[] body)
            throws IOException {
        Sending sending = new Sending(service, "/send/" + operation.route() + operation.door(), JSON, body);
        post(session, sending, notes(session, sending));
    }

    /**
     * One business request as it leaves.
     *
     * @param service the téléservice
     * @param path of the proxy
     * @param type of the body
     */
    private record Sending(Teleservice service, String path, String type, byte[] body) {}

    private record Session(TraceParent trace, String cookie, JsonObject answer) {}

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
        TraceParent trace = new TraceParent(ids.get().toString().replace("-", ""), "01");
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
        Sending sending = new Sending(service, path(service), SOAP, body);
        HopNotes notes = notes(session, sending);
        noteMessage(notes, service, body);
        post(session, sending, notes);
    }

    private void sendConformity(Session session) throws IOException {
        JsonObject body = JsonObject.EMPTY
                .with("nationalId", profile.person().nameId())
                .with("clientID", profile.operation().clientId().value())
                .with(
                        "proxy_session_id",
                        session.answer().text("proxy_session_id").orElse(""))
                .with("session_state", session.answer().text("session_state").orElse(""));
        byte[] bytes = body.compact().getBytes(StandardCharsets.UTF_8);
        Sending sending = new Sending(Teleservice.CONFORMITE, path(Teleservice.CONFORMITE), JSON, bytes);
        post(session, sending, notes(session, sending));
    }

    private void post(Session session, Sending sending, HopNotes notes) throws IOException {
        ClientRequest request = new ClientRequest(
                "POST",
                proxy.resolve(sending.path() + query(sending.service())),
                Headers.of("Content-Type", sending.type()),
                sending.body());
        journal.record(notes.answered(http.send(inSession(request, session)).status()));
    }

    /** Where each téléservice takes its requests, behind the proxy. */
    private static String path(Teleservice service) {
        String endpoint = switch (service) {
            case DMP -> "/patients";
            case INSI, ON -> "/lps";
            case MSSANTE -> throw new IllegalArgumentException("MSSanté is not simulated");
            case CONFORMITE -> "/signsessiondata";
        };
        return "/send/" + service.route() + endpoint;
    }

    /** The simulated services want none. */
    private String query(Teleservice service) {
        return profile.has(LpsDefect.PUTS_ITS_NUMBER_IN_THE_URL)
                ? profile.product()
                        .number(service)
                        .map(number -> "?" + Form.of("lps", number.value()).encoded())
                        .orElse("")
                : "";
    }

    private void disconnect(Session session) throws IOException {
        ClientRequest request = new ClientRequest("DELETE", proxy.resolve("/disconnect"), Headers.EMPTY, new byte[0]);
        http.send(inSession(request, session));
    }

    private ClientRequest inSession(ClientRequest request, Session session) {
        return traced(request, session.trace()).with("Cookie", session.cookie());
    }

    private ClientRequest traced(ClientRequest request, TraceParent trace) {
        return proved(request.with(TraceParent.HEADER, trace.next(random)));
    }

    /** By HTTP Basic (RFC 7617) where that is declared; a certificate is the connection's. */
    private ClientRequest proved(ClientRequest request) {
        if (profile.operation().lpsAuthentication() instanceof LpsAuthentication.Secret declared) {
            String clientId = profile.operation().clientId().value();
            String secret = profile.has(LpsDefect.PROVES_ITSELF_BY_ANOTHER_SECRET)
                    ? "secret-d-un-autre-lps"
                    : declared.secret().value();
            byte[] pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
            return request.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return request;
    }

    private HopNotes notes(Session session, Sending sending) {
        return HopNotes.open(clock, Stage.LPS_SEND, "lps", "POST " + sending.path())
                .note(Fact.TRACE_ID, session.trace().traceId(), "HTTP/traceparent")
                .note(Fact.TELESERVICE, sending.service().label(), "HTTP/path")
                .noteBody(sending.body())
                .noteMediaType(Optional.of(sending.type()));
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
}
