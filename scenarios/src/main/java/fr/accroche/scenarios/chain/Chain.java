package fr.accroche.scenarios.chain;

import fr.accroche.certs.CertificateFiles;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.TrustFiles;
import fr.accroche.compliance.declaration.IdNatStruct;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.scenarios.igc.IgcSite;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.Routes;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole chain on one machine, started in dependency order and stopped in the reverse one. Nothing is left half
 * started: what fails to start closes what was.
 */
public final class Chain implements AutoCloseable {

    private final ChainPlan plan;
    private final Operation operation;
    private final Surround around;
    private final Certificates certificates;
    private final ChainTls tls;
    private final LpsAccess lps;
    private final StartedParts started = new StartedParts();
    private final Listening listening = new Listening();
    private final WireRuntime runtime;
    private ProxyAddresses addresses;

    /**
     * What a chain is started in.
     *
     * @param folder where its certificates are
     * @param ports where it listens
     * @param stubs the user's own answers
     * @param journal where its hops go
     * @param clock its one clock; {@code /__accroche/clock} of every server moves it
     * @param random for tokens and ids
     * @param state where what outlives a call is kept; several chains that share it answer as one
     * @param doors of whoever runs it, on the site of the IGC-Santé
     */
    public record Surround(
            WorkFolder folder,
            Ports ports,
            Stubs stubs,
            Journal journal,
            MovableClock clock,
            SecureRandom random,
            State state,
            Routes doors) {

        /** With a state of its own, in memory. */
        public Surround(
                WorkFolder folder, Ports ports, Stubs stubs, Journal journal, MovableClock clock, SecureRandom random) {
            this(folder, ports, stubs, journal, clock, random, new MemoryState(clock));
        }

        /** Without doors of whoever runs it. */
        public Surround(
                WorkFolder folder,
                Ports ports,
                Stubs stubs,
                Journal journal,
                MovableClock clock,
                SecureRandom random,
                State state) {
            this(folder, ports, stubs, journal, clock, random, state, Routes.none());
        }

        /** With these doors. */
        public Surround with(Routes more) {
            return new Surround(folder, ports, stubs, journal, clock, random, state, more);
        }

        private Surround noting(Journal other) {
            return new Surround(folder, ports, stubs, other, clock, random, state, doors);
        }
    }

    private Chain(ChainPlan plan, Operation operation, Surround around) {
        this.plan = plan;
        this.operation = operation;
        this.around = around.noting(SourcedJournal.of(around.journal(), plan.own()));
        this.certificates =
                new Certificates(around.folder(), plan, around.ports().names(), around.clock());
        this.tls = new ChainTls(plan.settings(), around.folder(), around.ports(), certificates);
        this.runtime = started.closing(WireRuntime.start(around.clock()));
        this.lps = new LpsAccess(plan.declared(), tls, certificates, runtime);
    }

    /**
     * Starts every server.
     *
     * @param operation the one that the plan's certificate and defects are about
     * @throws fr.accroche.wire.PortBusyException if a port is taken
     */
    public static Chain start(ChainPlan plan, Operation operation, Surround around) {
        Chain chain = new Chain(plan, operation, around);
        try {
            chain.startAll();
            return chain;
        } catch (RuntimeException failure) {
            try {
                chain.close();
            } catch (IllegalStateException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    private void startAll() {
        certificates.prepare(
                List.of(AuthorizationLink.CLIENT, TeleserviceLinks.CLIENT),
                List.of(PscLink.TOKENS, AuthorizationLink.TOKENS, TeleserviceLinks.CONFORMITY_SIGNATURE));
        Site site = new Site(plan, operation, around, certificates, tls, runtime, started, listening);
        IgcSite igc = site.closing(tls.igc(around.doors(), runtime));
        site.starting(Participant.IGC, igc::start);
        listening.add(Participant.IGC, igc.uri());
        CredentialLink credential = CredentialLink.of(site);
        PscLink psc = PscLink.of(site);
        AuthorizationLink authorization = AuthorizationLink.of(site, psc, credential);
        TeleserviceLinks teleservices = TeleserviceLinks.of(site, authorization);
        ProxyLink.Behind behind = new ProxyLink.Behind(psc, authorization, credential, teleservices);
        addresses = ProxyAddresses.of(behind);
        ProxyLink.of(site, lps, behind);
        plan.faults().forEach(fault -> faults(fault.at()).add(fault.order()));
    }

    /** Where each link is, whoever plays it, in the order of {@link Participant}. */
    public Map<Participant, URI> uris() {
        return listening.uris();
    }

    /** What the proxy is configured with, whoever plays it. */
    public ProxyAddresses addresses() {
        return addresses;
    }

    public URI uri(Participant participant) {
        return listening.uri(participant);
    }

    /**
     * The faults on demand of a simulator, whichever process plays it.
     *
     * @throws IllegalArgumentException if this chain has no such one, or it is the vendor's
     */
    public FaultBook faults(Participant participant) {
        return listening.faults(participant);
    }

    /** Those that are played here, the IGC-Santé aside. */
    public Set<Participant> simulated() {
        return listening.simulated().stream().filter(here()::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** Forgets the faults on demand of every simulator, whichever process plays it. */
    public void forgetFaults() {
        listening.simulated().forEach(participant -> faults(participant).clear());
    }

    /** Those that listen in this process, of whatever the chain has. */
    public Set<Participant> here() {
        return around.ports().here();
    }

    /** Whether the user has answers of the téléservices prepared. */
    public boolean stubbed() {
        return around.stubs() != Stubs.NONE;
    }

    /**
     * Stops a téléservice, as if its machine were down: it does not come back.
     *
     * @throws IllegalArgumentException if this chain plays none
     */
    public void stop(Participant participant) {
        listening.stop(participant);
    }

    /** What signs the VIHFs of this client_id's LPS. */
    public HeldCertificate seal(Operation of) {
        return certificates.seal(of);
    }

    /** The sound client certificate of a client_id. */
    public HeldCertificate clientCertificate(Operation of) {
        return certificates.client(of);
    }

    /** A client certificate of any client_id and structure, as the authority delivers it to whoever orders it. */
    public HeldCertificate issueClientCertificate(String clientId, IdNatStruct idNatStruct) {
        return certificates.ordered(clientId, idNatStruct);
    }

    /** A server certificate for a host of this machine, that whatever trusts the chain trusts. */
    public HeldCertificate issueServerCertificate(String host) {
        return certificates.server(host);
    }

    /** The files of that certificate, if accroche issues it. */
    public CertificateFiles certificateFiles(Operation of) {
        return certificates.files(of);
    }

    /** An LPS's connection to the proxy and to PSC: it trusts the chain's authority and shows no certificate. */
    public WireClient lpsClient() {
        return new WireClient(runtime, tls.toward(plan.declared().participants().psc()));
    }

    /** How the LPS of each client_id and the proxy know each other. */
    public LpsAccess lps() {
        return lps;
    }

    /** The connection of who presents a client_id's certificate: it trusts the chain's authority. */
    public WireClient client(Operation of) {
        return new WireClient(runtime, tls.client().presenting(certificates.client(of)));
    }

    /** The roots to trust for this chain, as files. */
    public TrustFiles trust() {
        return around.folder().trust(certificates.branch());
    }

    @Override
    public void close() {
        started.close();
    }
}
