package fr.accroche.scenarios;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.TrustFiles;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.IdNatStruct;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.exchange.KeptJournal;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.ProxyAddresses;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.report.OwnLinks;
import fr.accroche.scenarios.report.Run;
import fr.accroche.telemetry.Telemetry;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.admin.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chain that a program holds: what {@code accroche up} is for a person, with the LPS of {@code accroche test} at hand. It listens
 * on free ports of this machine, so that any number of them stand side by side. Thread-safe; the sessions of several threads are
 * told apart in the verdict, as in life.
 */
public final class RunningChain implements AutoCloseable {

    private static final int HOPS_KEPT = 100_000;

    private static final System.Logger LOG = System.getLogger("accroche");

    /** Where nobody listens: the place of a proxy that is not started yet. */
    private static final URI NOT_YET = URI.create("https://localhost:1");

    private final ChainPlan plan;
    private final Chain chain;
    private final Chain.Surround around;
    private final KeptJournal journal;
    private final Telemetry telemetry;
    private volatile Instant begun;
    private volatile Optional<URI> theirs = Optional.empty();

    private RunningChain(ChainPlan plan, Chain chain, Chain.Surround around, KeptJournal journal, Telemetry telemetry) {
        this.plan = plan;
        this.chain = chain;
        this.around = around;
        this.journal = journal;
        this.telemetry = telemetry;
        this.begun = around.clock().instant();
    }

    /** One whose every link is simulated, but for what the declaration says is the vendor's. */
    public static RunningChain start(
            Declaration declaration, WorkFolder folder, MovableClock clock, SecureRandom random) {
        return start(ChainPlan.sound(declaration), folder, clock, random);
    }

    /** One before a proxy of the vendor's, which {@link #session(String, URI)} names once it listens. */
    public static RunningChain aroundProxy(
            Declaration declaration, WorkFolder folder, MovableClock clock, SecureRandom random) {
        return start(ChainPlan.sound(before(NOT_YET, declaration)), folder, clock, random);
    }

    private static RunningChain start(ChainPlan plan, WorkFolder folder, MovableClock clock, SecureRandom random) {
        InMemoryJournal journal = new InMemoryJournal(HOPS_KEPT);
        Telemetry telemetry = Telling.by(
                plan.settings().telemetry(),
                Optional.empty(),
                warning -> LOG.log(System.Logger.Level.WARNING, warning.in(Language.EN)));
        Chain.Surround around =
                new Chain.Surround(folder, Ports.FREE, Stubs.NONE, telemetry.around(journal, clock), clock, random);
        Chain chain = Chain.start(plan, plan.declared().operations().get(0), around);
        return of(plan, chain, around, journal, telemetry);
    }

    /** One that runs already, noting in this journal whatever it notes. */
    public static RunningChain of(
            ChainPlan plan, Chain chain, Chain.Surround around, KeptJournal journal, Telemetry telemetry) {
        return new RunningChain(plan, chain, around, journal, telemetry);
    }

    private static Declaration before(URI proxy, Declaration declaration) {
        Participants others = declaration.participants();
        return declaration.withParticipants(new Participants(
                others.lps(),
                Optional.of(new Participants.Proxy("participants.proxy", proxy, Optional.empty(), Optional.empty())),
                others.psc(),
                others.authorizationServer(),
                others.credentialApi(),
                others.teleservices()));
    }

    /** What everything is judged by. */
    public Declaration declaration() {
        return theirs.map(proxy -> before(proxy, plan.declared())).orElse(plan.declared());
    }

    /** The address of a link. */
    public URI uri(Participant participant) {
        return participant == Participant.PROXY
                ? theirs.orElseGet(() -> chain.uri(participant))
                : chain.uri(participant);
    }

    /** Where each link is, whoever plays it. */
    public Map<Participant, URI> uris() {
        return chain.uris();
    }

    /** What a proxy is configured with, to stand in this chain. */
    public ProxyAddresses addresses() {
        return chain.addresses();
    }

    /** The one clock of all the simulators. */
    public MovableClock clock() {
        return around.clock();
    }

    /**
     * The faults on demand of a simulator.
     *
     * @throws IllegalArgumentException if none is simulated here
     */
    public FaultBook faults(Participant participant) {
        return chain.faults(participant);
    }

    /** The sound certificate of a declared client_id. */
    public HeldCertificate clientCertificate(String clientId) {
        return chain.clientCertificate(operation(clientId));
    }

    /** A client certificate as its authority delivers it to whoever orders it, right or wrong for this chain. */
    public HeldCertificate issueClientCertificate(String clientId, IdNatStruct idNatStruct) {
        return chain.issueClientCertificate(clientId, idNatStruct);
    }

    /** A server certificate for a host of this machine, for a proxy under test to show to its LPS. */
    public HeldCertificate issueServerCertificate(String host) {
        return chain.issueServerCertificate(host);
    }

    /** What the simulators' certificates are trusted by. */
    public TrustFiles trust() {
        return chain.trust();
    }

    /** A whole session of the simulated LPS of a declared client_id, through the chain's proxy. */
    public void session(String clientId) throws IOException {
        session(operation(clientId), uri(Participant.PROXY));
    }

    /**
     * The same through a proxy of the vendor's, which is part of the declaration from then on: what nobody but the LPS saw of it is
     * judged by that.
     */
    public void session(String clientId, URI proxy) throws IOException {
        theirs = Optional.of(proxy);
        session(operation(clientId), proxy);
    }

    private void session(Operation operation, URI proxy) throws IOException {
        try (SimulatedLps lps = SimulatedLps.of(chain, proxy, plan, operation, around)) {
            lps.driver().everyTeleservice();
        }
    }

    private Operation operation(String clientId) {
        return plan.declared()
                .operation(clientId)
                .orElseThrow(() -> new IllegalArgumentException("expected a declared client_id, one of "
                        + plan.declared().operations().stream()
                                .map(Operation::clientId)
                                .toList() + "; got " + clientId));
    }

    /** What the servers have noted since the beginning, or since {@link #forget}. */
    public List<Hop> hops() {
        return journal.hops();
    }

    /** The judgement of that. */
    public Run judged() {
        return judged(hops());
    }

    /** The judgement of hops that were read already; it is told to programs that watch. */
    public Run judged(List<Hop> hops) {
        Declaration declared = declaration();
        Run run = Run.judged(
                declared,
                List.of(),
                declared.operations(),
                hops,
                began(hops),
                around.clock().instant());
        telemetry.judged(run.verdict());
        return run.with(OwnLinks.of(declared, uri(Participant.PROXY), chain.addresses(), hops));
    }

    /** With what is noted, where other copies noted something before this one was there. */
    private Instant began(List<Hop> hops) {
        return hops.stream()
                .map(Hop::at)
                .findFirst()
                .filter(first -> first.isBefore(begun))
                .orElse(begun);
    }

    /** Begins anew: nothing noted, no fault to come, the clock where it was. What is open stays open. */
    public void forget() {
        chain.forgetFaults();
        around.clock().reset();
        journal.clear();
        begun = around.clock().instant();
    }

    @Override
    public void close() {
        try (telemetry) {
            chain.close();
        }
    }
}
