package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.ScenarioStep;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Drives a proxy as an LPS does, by the contract that it speaks: connect, one request to each téléservice, disconnect. Before a
 * métier proxy, the requests are JSON. It notes what it sends; what comes of it, the servers note. Where the proxy is the
 * vendor's nobody notes what it answers: then the LPS notes that too.
 */
public final class LpsDriver {

    private static final String JSON = "application/json";

    private final ProxyContract contract;
    private final boolean witness;
    private final LpsProfile profile;
    private final LpsManners manners;
    private final WireClient http;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final RandomGenerator random;

    /**
     * Drives a proxy.
     *
     * @param contract how it is spoken to
     * @param witness whether the LPS is the only one to note what the proxy answers
     */
    public LpsDriver(
            ProxyContract contract,
            boolean witness,
            LpsProfile profile,
            WireClient http,
            Journal journal,
            Clock clock,
            Supplier<UUID> ids,
            RandomGenerator random) {
        this.contract = contract;
        this.witness = witness;
        this.profile = profile;
        this.manners = new LpsManners(profile);
        this.http = http;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** A whole session with our own requests; it stops where the proxy refuses to connect. */
    public void everyTeleservice() throws IOException {
        session(this::sendAll);
    }

    /**
     * Does what an LPS is said to, with our own requests. Where the proxy refuses to connect, it goes on with the next attempt.
     *
     * @param steps nothing of them is sent outside a session
     * @param passing how time passes
     */
    public void follow(List<ScenarioStep> steps, Consumer<Duration> passing) throws IOException {
        Optional<Session> open = Optional.empty();
        for (ScenarioStep step : steps) {
            if (step instanceof ScenarioStep.Connect) {
                open = connect();
            } else if (step instanceof ScenarioStep.Wait wait) {
                passing.accept(wait.time());
            } else if (open.isPresent()) {
                follow(step, open.get());
            }
        }
    }

    private void follow(ScenarioStep step, Session session) throws IOException {
        if (step instanceof ScenarioStep.Disconnect) {
            disconnect(session);
        } else if (step instanceof ScenarioStep.Send send && send.to().isPresent()) {
            sendTo(session, send.to().get(), new LpsMessages(profile, clock, ids));
        } else {
            sendAll(session);
        }
    }

    private void sendAll(Session session) throws IOException {
        LpsMessages messages = new LpsMessages(profile, clock, ids);
        for (Teleservice service : profile.teleservices()) {
            sendTo(session, service, messages);
        }
        sendConformity(session);
    }

    private void sendTo(Session session, Teleservice service, LpsMessages messages) throws IOException {
        if (service == Teleservice.CONFORMITE) {
            sendConformity(session);
        } else if (metier()) {
            ask(session, service, new LpsRequests(profile, messages, clock, ids));
        } else {
            send(session, service, messages);
        }
    }

    private void send(Session session, Teleservice service, LpsMessages messages) throws IOException {
        send(session, service, messages.request(service));
        if (profile.has(LpsDefect.REUSES_THE_ASSERTION)) {
            send(session, service, messages.request(service));
        }
    }

    /** A whole session with one request of the vendor's, as it is. */
    public void one(Teleservice service, byte[] request) throws IOException {
        session(session -> {
            if (metier()) {
                JsonObject json = BusinessOperation.readAny(request);
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
        String path = "/send/" + operation.route() + operation.door();
        post(session, new ProxyContract.Message(service, path, manners.query(service), JSON, body), false);
    }

    private record Session(TraceParent trace, ProxyContract.Session open) {}

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
        TraceParent trace = TraceParent.begin(random);
        ProxyContract.Call call = contract.connect(manners.login());
        TraceParent span = witness ? trace.within(random) : trace;
        HopNotes notes = notes(span, Stage.LPS_CONNECT, call);
        Optional<Response> answer = answer(call, span, notes);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> wrong = call.complaint(answer.get().status());
        Optional<ProxyContract.Session> open = wrong.isPresent() ? Optional.empty() : contract.session(answer.get());
        open.flatMap(ProxyContract.Session::sessionState)
                .ifPresent(state -> notes.note(Fact.PSC_SESSION, state, "HTTP/body"));
        witness(
                notes,
                answer.get(),
                wrong.or(() -> open.isEmpty() ? Optional.of(contract.unsaid()) : Optional.empty()));
        return open.map(session -> new Session(trace, session));
    }

    private void send(Session session, Teleservice service, byte[] body) throws IOException {
        post(
                session,
                new ProxyContract.Message(
                        service, AnsContract.path(service), manners.query(service), manners.soap(), body),
                true);
    }

    private void sendConformity(Session session) throws IOException {
        JsonObject body = JsonObject.EMPTY
                .with("nationalId", profile.person().nameId())
                .with("clientID", manners.clientId())
                .with("proxy_session_id", session.open().id())
                .with("session_state", session.open().sessionState().orElse(""));
        byte[] bytes = body.compact().getBytes(StandardCharsets.UTF_8);
        post(
                session,
                new ProxyContract.Message(
                        Teleservice.CONFORMITE,
                        AnsContract.path(Teleservice.CONFORMITE),
                        manners.query(Teleservice.CONFORMITE),
                        JSON,
                        bytes),
                false);
    }

    private void post(Session session, ProxyContract.Message message, boolean soap) throws IOException {
        Optional<ProxyContract.Call> call = contract.send(session.open(), message);
        if (call.isEmpty()) {
            return;
        }
        TraceParent span = session.trace().within(random);
        HopNotes notes = notes(span, Stage.LPS_SEND, call.get())
                .note(Fact.TELESERVICE, message.service().label(), "HTTP/path")
                .noteBody(message.body())
                .noteMediaType(Optional.of(message.contentType()));
        if (soap) {
            SentMessage.note(notes, message.service(), message.body());
        }
        Optional<Response> answer = answer(call.get(), span, notes);
        answer.ifPresent(came -> journal.record(call.get()
                .complaint(came.status())
                .map(wrong -> notes.refused(came.status(), wrong))
                .orElseGet(() -> notes.answered(came.status()))));
    }

    private void disconnect(Session session) throws IOException {
        Optional<ProxyContract.Call> call = contract.disconnect(session.open());
        if (call.isPresent()) {
            TraceParent span = witness ? session.trace().within(random) : session.trace();
            HopNotes notes = notes(span, Stage.LPS_DISCONNECT, call.get());
            answer(call.get(), span, notes)
                    .ifPresent(came -> witness(notes, came, call.get().complaint(came.status())));
        }
        if (profile.has(LpsDefect.SENDS_AFTER_DISCONNECTING)) {
            sendAll(session);
        }
    }

    /**
     * What the proxy answers. Of our own, none is our own failure; of the vendor's it is noted, and the session ends there.
     */
    private Optional<Response> answer(ProxyContract.Call call, TraceParent span, HopNotes notes) throws IOException {
        try {
            return Optional.of(http.send(traced(call.request(), span)));
        } catch (ConnectionFailedException failed) {
            if (!witness) {
                throw failed;
            }
            journal.record(notes.refused(0, "no answer: " + failed.reason()));
            return Optional.empty();
        }
    }

    private void witness(HopNotes notes, Response answer, Optional<String> wrong) {
        if (witness) {
            journal.record(wrong.map(what -> notes.refused(answer.status(), what))
                    .orElseGet(() -> notes.answered(answer.status())));
        }
    }

    private ClientRequest traced(ClientRequest request, TraceParent span) {
        return manners.proved(request.with(TraceParent.HEADER, span.value()));
    }

    private HopNotes notes(TraceParent span, Stage stage, ProxyContract.Call call) {
        HopNotes notes = HopNotes.open(clock, stage, "lps", call.name())
                .note(Fact.TRACE_ID, span.traceId(), "HTTP/traceparent")
                .note(Fact.SPAN_ID, span.spanId(), "HTTP/traceparent");
        return witness
                ? notes.note(Fact.CLIENT_ID, profile.operation().clientId().value(), "LPS")
                : notes;
    }
}
