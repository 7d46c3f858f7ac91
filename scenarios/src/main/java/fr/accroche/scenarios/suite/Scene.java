package fr.accroche.scenarios.suite;

import fr.accroche.compliance.declaration.LpsAuthentication;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.lps.LpsMessages;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import fr.accroche.wire.admin.MovableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** One case being played: whom it can call, what it can have go wrong, what the simulators saw, and what it has checked. */
final class Scene implements AutoCloseable {

    static final String SOAP = "application/soap+xml; charset=utf-8";

    /** Long enough for two moments to differ by any clock. */
    private static final Duration TICK = Duration.ofMillis(20);

    private final Stand stand;
    private final CaseJournal journal;
    private final ServiceDesk desk;
    private final List<Check> checks = new ArrayList<>();
    private final Map<Operation, Caller> callers = new HashMap<>();

    Scene(Stand stand, CaseJournal journal, ServiceDesk desk) {
        this.stand = stand;
        this.journal = journal;
        this.desk = desk;
        tick();
        journal.begin(stand.around().clock().instant());
        desk.begin();
    }

    /** Whether both are the same, by their text. */
    void same(String where, Object expected, Object observed) {
        holds(where, String.valueOf(expected), String.valueOf(expected).equals(String.valueOf(observed)), observed);
    }

    void holds(String where, String expected, boolean held, Object observed) {
        checks.add(new Check(where, expected, String.valueOf(observed), held));
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }

    /** The LPS of the first client_id. */
    Caller lps() {
        return callers.computeIfAbsent(stand.operations().get(0), stand::caller);
    }

    /** The LPS of another one, at the same proxy. */
    Caller other() {
        if (stand.operations().size() < 2) {
            throw Unjudged.notApplicable(Reasons.ONE_CLIENT);
        }
        return callers.computeIfAbsent(stand.operations().get(1), stand::caller);
    }

    /** Whether the LPS has to prove to the proxy who it is. */
    boolean provesItself() {
        return !(lps().operation().lpsAuthentication() instanceof LpsAuthentication.None);
    }

    Stand stand() {
        return stand;
    }

    RandomGenerator random() {
        return stand.around().random();
    }

    /** The time by the proxy's clock. */
    Instant now() {
        MovableClock clock = stand.around().clock();
        return stand.ours() ? clock.instant() : clock.real().instant();
    }

    /** Opens a session, which other cases judge. */
    Live session() throws IOException {
        return session(lps());
    }

    Live session(Caller caller, String... headers) throws IOException {
        TraceParent trace = caller.trace();
        Response answer = caller.connect(trace, caller.asked(), headers);
        if (answer.status() != 200) {
            throw Unjudged.skipped(Reasons.NO_SESSION.with(answer.status()));
        }
        return new Live(caller, trace, answer);
    }

    /** The téléservices that an LPS has requests passed to: those declared; of a métier proxy, the conformity API alone. */
    List<Teleservice> services(Caller caller) {
        if (stand.mode() == ProxyEsante.Mode.METIER) {
            return List.of(Teleservice.CONFORMITE);
        }
        List<Teleservice> services = caller.profile().teleservices().stream()
                .filter(Teleservice::simulated)
                .toList();
        if (services.isEmpty()) {
            throw Unjudged.notApplicable(Reasons.NO_SERVICE);
        }
        return services;
    }

    Teleservice service() {
        return services(lps()).get(0);
    }

    /** The path of a téléservice at the proxy: its route, then what its endpoint's own path ends with. */
    String path(Teleservice service) {
        String endpoint = stand.chain().uri(Participant.of(service)).getRawPath();
        return "/send/" + service.route() + endpoint.substring(endpoint.lastIndexOf('/'));
    }

    /** A business request that passes every check of a téléservice. */
    byte[] message(Live session, Teleservice service) {
        return service == Teleservice.CONFORMITE
                ? session.data().compact().getBytes(StandardCharsets.UTF_8)
                : new LpsMessages(session.caller().profile(), stand.around().clock(), UUID::randomUUID)
                        .request(service);
    }

    /** Sends one, as the LPS does. */
    Response send(Live session, Teleservice service, String... headers) throws IOException {
        return send(session, service, "", message(session, service), headers);
    }

    /** Sends a body to a téléservice, and notes it as the LPS's own. */
    Response send(Live session, Teleservice service, String query, byte[] body, String... headers) throws IOException {
        String path = path(service);
        HopNotes notes = HopNotes.open(stand.around().clock(), Stage.LPS_SEND, "lps", "POST " + path)
                .note(Fact.TRACE_ID, session.trace().traceId(), "HTTP/traceparent")
                .note(Fact.TELESERVICE, service.label(), "HTTP/path")
                .noteBody(body);
        Headers fields = Headers.of(headers);
        String type = service == Teleservice.CONFORMITE ? Caller.JSON : SOAP;
        Headers typed = fields.first("Content-Type").isPresent() ? fields : fields.plus("Content-Type", type);
        Response answer = session.call("POST", path + query, body, typed);
        journal.record(notes.answered(answer.status()));
        return answer;
    }

    /** The latest request that passed every check of a téléservice. */
    Request arrived(Teleservice service) {
        onlyPassePlat();
        List<Request> seen = desk.seen();
        if (seen.isEmpty()) {
            throw notArrived(service);
        }
        return seen.get(seen.size() - 1);
    }

    /** Goes on only if the latest request was answered with success by a téléservice: another case judges that. */
    void accepted(Teleservice service) {
        List<Hop> seen = at(Stage.BUSINESS);
        if (seen.isEmpty() || !seen.get(seen.size() - 1).succeeded()) {
            throw notArrived(service);
        }
    }

    private Unjudged notArrived(Teleservice service) {
        String answers = at(Stage.BUSINESS).stream()
                .map(hop -> hop.status() + " " + hop.answer().orElse(""))
                .reduce((first, last) -> last)
                .orElse("—");
        return Unjudged.skipped(Reasons.NOT_ARRIVED.with(service.label(), answers.strip()));
    }

    /** Has the téléservices answer this, to what passes their checks. */
    void serviceAnswers(Response response) {
        desk.answers(response);
    }

    void onlyPassePlat() {
        if (stand.mode() == ProxyEsante.Mode.METIER) {
            throw Unjudged.notApplicable(Reasons.BUILDS_REQUESTS);
        }
    }

    /** Has a simulator's next call go wrong. */
    void fault(Participant at, String endpoint, FaultAct act) {
        fault(at, FaultOrder.next(endpoint, act));
    }

    void fault(Participant at, FaultOrder order) {
        stand.faults(at)
                .orElseThrow(() -> Unjudged.notTestable(Reasons.NOT_OURS.with(at.label())))
                .add(order);
    }

    /** Goes on only if what was to go wrong was met, so many times in all: else the case has shown nothing. */
    void met(int times) {
        long met = journal.hops().stream()
                .filter(hop -> hop.fact(Fact.FAULT_ON_DEMAND).isPresent())
                .count();
        if (met < times) {
            throw Unjudged.skipped(Reasons.NOT_MET);
        }
    }

    /** Goes on only if a simulator answered this error at a stage. */
    void answered(Stage stage, String error) {
        boolean answered =
                at(stage).stream().anyMatch(hop -> hop.answer().orElse("").startsWith(error));
        if (!answered) {
            throw Unjudged.skipped(Reasons.NOT_ANSWERED.with(stage.title(), error));
        }
    }

    /** Whether a session still takes business requests to a téléservice. */
    void alive(Live session) throws IOException {
        int before = at(Stage.BUSINESS).size();
        send(session, service());
        same(service().label() + "/hops", before + 1, at(Stage.BUSINESS).size());
    }

    /** Forgets what was still to go wrong. */
    void mend() {
        Stream.of(Participant.values())
                .flatMap(participant -> stand.faults(participant).stream())
                .forEach(book -> book.clear());
    }

    /** Lets time pass for the chain and the proxy. */
    void pass(Duration time) {
        if (!stand.ours()) {
            throw Unjudged.notTestable(Reasons.OWN_CLOCK);
        }
        stand.around().clock().advance(time);
    }

    /** Sees to it that what comes is later than what was: a clock of one's own has moved on meanwhile. */
    void tick() {
        if (stand.ours()) {
            stand.around().clock().advance(TICK);
        }
    }

    /** What the simulators saw at these stages. */
    List<Hop> at(Stage... stages) {
        List<Stage> wanted = List.of(stages);
        return journal.hops().stream()
                .filter(hop -> wanted.contains(hop.stage()))
                .toList();
    }

    /** What the simulators around the proxy saw, faults on demand too; not what the proxy itself notes. */
    List<Hop> downstream() {
        return journal.hops().stream().filter(hop -> !isOfLps(hop)).toList();
    }

    private static boolean isOfLps(Hop hop) {
        return switch (hop.stage()) {
            case PROXY_CONNECT, PROXY_SEND, PROXY_DISCONNECT, LPS_SEND -> true;
            default -> hop.server().equals(Participant.PROXY.label());
        };
    }

    @Override
    public void close() {
        mend();
        callers.values().forEach(Caller::close);
    }
}
