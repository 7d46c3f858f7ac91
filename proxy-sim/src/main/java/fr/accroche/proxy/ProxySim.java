package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Journal;
import fr.accroche.proxy.metier.BusinessBuilder;
import fr.accroche.wire.PortBusyException;
import fr.accroche.wire.Routes;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.admin.AdminDoors;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.evidence.FaultGate;
import fr.accroche.wire.evidence.JournalObserver;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
import java.net.URI;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * A Proxy e-Santé: adds mTLS and token exchange, and forwards the LPS's business request untouched (passe-plat), or builds it
 * from JSON for the LPS that it is set up to build for (métier). It speaks the contract of the ANS demonstrator
 * (docs/sources.md, ANS proxy). Of its known defects it has those that are the contract's, {@code /traces} open to all and,
 * where an LPS is not set to prove itself, a session open to whoever has its cookie, and one more: nobody verifies the ID
 * token.
 *
 * <p>Any copy answers any call: sessions with their tokens, renewals under way, traces and faults on demand are in the state that
 * they share. A copy's own are its connections to the servers behind it, which none could share, and with them its circuit
 * breakers, which tell how these fare; the connection of a professional that it waits for, whose call ends with it; and the file of
 * its traces, where it has one.
 */
public final class ProxySim implements AutoCloseable {

    /** Its name in {@code Via} and {@code Proxy-Status}. */
    static final String PSEUDONYM = "proxy-esante";

    private static final int MOST_SESSIONS = 1_000;
    private static final int MOST_TRACES = 10_000;

    private final FaultBook faults;
    private final WireServer server;
    private final Clients clients;
    private final Upstream withoutCertificate;
    private final EndingThreads ending;
    private final SessionSweep sweep;
    private final Traces traces;

    /**
     * @param server how it listens; the contract asks for no client certificate, but an LPS may prove itself by one
     * @param settings what it is set up with
     * @param journal where its hops go
     * @param state where what outlives a call is kept; several that share it answer as one
     * @param clock dates hops and traces, ends sessions; its zone is that of the traces
     * @param random makes session and span ids
     * @param pause how it waits between two polls of PSC
     * @param runtime what it runs on
     * @throws TraceFileException if traces are to be kept in a file that cannot be used
     */
    public ProxySim(
            ServerSettings server,
            ProxySettings settings,
            Journal journal,
            State state,
            MovableClock clock,
            SecureRandom random,
            Pause pause,
            WireRuntime runtime) {
        this.clients = new Clients(settings, runtime);
        this.withoutCertificate = new Upstream(new WireClient(runtime, Clients.connections(settings)));
        this.traces = new Traces(clock, store(settings, state));
        this.faults = new FaultBook(clock, state, "proxy");
        this.ending = new EndingThreads(server.name());
        ProxyDefects defects = settings.defects();
        Psc psc = new Psc(settings.discovery(), withoutCertificate, defects);
        Sessions sessions = new Sessions(state, clients::calling, clock, settings.sessionLife(), MOST_SESSIONS, random);
        Renewals renewals = new Renewals(state, sessions, clock, settings.upstreamAnswer());
        TokenExchange exchange = new TokenExchange(settings.routes(), defects, renewals, clock);
        SessionEnd end = new SessionEnd(new TokenRevocation(settings.routes(), renewals, clock, ending), psc, defects);
        this.sweep = new SessionSweep(sessions, renewals, end, server.name(), journal, clock, random);
        RefusalWriter refusals = new RefusalWriter(settings.realistic());
        LpsGuard lps = new LpsGuard(new LpsProofs(settings.lps()), settings.realistic());
        SessionGuard guard = new SessionGuard(sessions, lps);
        PscPolling polling = new PscPolling(clock, pause, defects);
        ProxyDoors doors = new ProxyDoors(
                new Recorded(
                        new FaultGate(server.name(), faults, journal, clock), random, refusals, settings.enforcement()),
                new ConnectEndpoint(clients, psc, polling, exchange, sessions, traces, lps, defects),
                new DisconnectEndpoint(sessions, guard, end, traces, refusals, defects),
                new BusinessParts(
                        new Addresses(settings.routes()),
                        sessions,
                        guard,
                        new Modes(settings.metier()),
                        new Bearers(exchange, defects),
                        traces,
                        new Breakers(settings.breaking(), clock),
                        new BusinessBuilder(clock, UUID::randomUUID),
                        defects));
        Routes all = doors.beside(new AdminDoors(clock, faults, doors.held(), state));
        this.server = new WireServer(runtime, server, all, new JournalObserver(server.name(), journal));
    }

    /** One whose state is its own, in memory. */
    public ProxySim(
            ServerSettings server,
            ProxySettings settings,
            Journal journal,
            MovableClock clock,
            SecureRandom random,
            Pause pause,
            WireRuntime runtime) {
        this(server, settings, journal, new MemoryState(clock), clock, random, pause, runtime);
    }

    private static TraceStore store(ProxySettings settings, State state) {
        return settings.traces()
                .<TraceStore>map(file -> FileTraces.open(file, MOST_TRACES))
                .orElseGet(() -> new StateTraces(state, MOST_TRACES));
    }

    /**
     * Opens the port.
     *
     * @throws PortBusyException if another program has it
     */
    public ProxySim start() {
        server.start();
        sweep.start();
        return this;
    }

    /** Where it listens; only once started. */
    public URI uri() {
        return server.uri();
    }

    /** Its faults on demand, at {@code connect}, {@code send} and {@code disconnect}. */
    public FaultBook faults() {
        return faults;
    }

    /** Ends what has run out by the clock, which it does by itself a little later; returns once that is done. */
    void endSessionsThatRanOut() {
        sweep.now();
    }

    /**
     * Stops at once: sessions that live are not ended at PSC, and their tokens live until they end by themselves; those that
     * copies share live on at these.
     */
    @Override
    public void close() {
        server.close();
        ending.close(); // a sweep under way waits for these
        sweep.close();
        clients.close();
        withoutCertificate.close();
        traces.close();
    }
}
