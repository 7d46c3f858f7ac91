package fr.accroche.scenarios.chain;

import fr.accroche.authserver.Client;
import fr.accroche.authserver.apipsc.ApiPscDefect;
import fr.accroche.authserver.apipsc.ApiPscSettings;
import fr.accroche.authserver.apipsc.ApiPscSim;
import fr.accroche.authserver.apipsc.PscCredential;
import fr.accroche.authserver.apipsc.Upstream;
import fr.accroche.authserver.psc.ProSanteConnectSim;
import fr.accroche.authserver.psc.PscSettings;
import fr.accroche.certs.CertificateFiles;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Profile;
import fr.accroche.certs.TrustFiles;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ProxyChoices;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.credential.CredentialApiSettings;
import fr.accroche.credential.CredentialApiSim;
import fr.accroche.credential.CredentialDefect;
import fr.accroche.credential.Register;
import fr.accroche.proxy.ProxySettings;
import fr.accroche.proxy.ProxySim;
import fr.accroche.proxy.Route;
import fr.accroche.proxy.SessionLife;
import fr.accroche.teleservice.ConformitySim;
import fr.accroche.teleservice.LpsRegister;
import fr.accroche.teleservice.Surroundings;
import fr.accroche.teleservice.TeleserviceSettings;
import fr.accroche.teleservice.TeleserviceSim;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.admin.MovableClock;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The whole chain on one machine, started in dependency order and stopped in the reverse one. Nothing is left half
 * started: what fails to start closes what was.
 */
public final class Chain implements AutoCloseable {

    private static final String API_PSC_CLIENT = "serveur-autorisation-api-psc";
    private static final String PSC_CLIENT = "pro-sante-connect";
    private static final String TELESERVICE_CLIENT = "teleservice";
    private static final String PSC_TOKENS = "psc-jetons";
    private static final String API_TOKENS = "api-psc-jetons";
    private static final String CONFORMITY_SIGNATURE = "conformite-signature";

    private final ChainPlan plan;
    private final Operation operation;
    private final Surround around;
    private final Certificates certificates;
    private final ChainTls tls;
    private final LpsAccess lps;
    private final StartedParts started = new StartedParts();
    private final Listening listening = new Listening();
    private final WireRuntime runtime;

    /**
     * What a chain is started in.
     *
     * @param folder where its certificates are
     * @param ports where it listens
     * @param stubs the user's own answers
     * @param journal where its hops go
     * @param clock its one clock; {@code /__accroche/clock} of every server moves it
     * @param random for tokens and ids
     */
    public record Surround(
            WorkFolder folder, Ports ports, Stubs stubs, Journal journal, MovableClock clock, SecureRandom random) {}

    private Chain(ChainPlan plan, Operation operation, Surround around) {
        this.plan = plan;
        this.operation = operation;
        this.around = around;
        this.certificates = new Certificates(around.folder(), plan, around.clock());
        this.tls = new ChainTls(plan.settings(), around.folder(), around.ports(), certificates);
        this.runtime = closing(WireRuntime.start(around.clock()));
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
                List.of(API_PSC_CLIENT, TELESERVICE_CLIENT), List.of(PSC_TOKENS, API_TOKENS, CONFORMITY_SIGNATURE));
        listening.add(Participant.IGC, closing(tls.igc(runtime)).start().uri());
        CredentialApiSim credential = startCredentialApi();
        ProSanteConnectSim psc = startPsc();
        ApiPscSim apiPsc = startApiPsc(psc, credential);
        Map<Teleservice, URI> targets = startTeleservices(apiPsc);
        startProxy(psc, apiPsc, credential, targets);
        plan.faults().forEach(fault -> faults(fault.at()).add(fault.order()));
    }

    private CredentialApiSim startCredentialApi() {
        CredentialApiSettings settings = CredentialApiSettings.calledBy(Set.of(API_PSC_CLIENT))
                .withContract(plan.settings().credential())
                .withRealistic(plan.settings().realistic())
                .withDefects(plan.defects(CredentialDefect.class));
        CredentialApiSim sim = closing(new CredentialApiSim(
                        tls.server(Participant.CREDENTIAL_API, true),
                        settings,
                        Register.from(plan.registered()),
                        around.journal(),
                        around.clock(),
                        runtime))
                .start();
        listening.add(Participant.CREDENTIAL_API, sim.endpoint(), sim.faults());
        return sim;
    }

    private ProSanteConnectSim startPsc() {
        ProSanteConnectSim sim = closing(new ProSanteConnectSim(
                        tls.server(Participant.PSC, false),
                        PscSettings.from(plan.simulated(), Client.ofCertificate(API_PSC_CLIENT, "PSC"))
                                .notifying(tls.roots()),
                        around.folder().signingKeys(PSC_TOKENS),
                        around.journal(),
                        around.clock(),
                        around.random(),
                        runtime))
                .start();
        listening.add(Participant.PSC, sim.discovery(), sim.faults());
        return sim;
    }

    private ApiPscSim startApiPsc(ProSanteConnectSim psc, CredentialApiSim credential) {
        Upstream upstream = new Upstream(
                psc.issuer(),
                new PscCredential(API_PSC_CLIENT, Optional.empty()),
                credential.endpoint(),
                tls.service(API_PSC_CLIENT));
        ApiPscSettings settings = ApiPscSettings.from(plan.simulated(), upstream, Set.of(TELESERVICE_CLIENT))
                .withDefects(plan.defects(ApiPscDefect.class));
        ApiPscSim sim = closing(new ApiPscSim(
                        tls.server(Participant.API_PSC, true),
                        settings,
                        around.folder().signingKeys(API_TOKENS),
                        around.journal(),
                        around.clock(),
                        around.random(),
                        runtime))
                .start();
        listening.add(Participant.API_PSC, sim.uri(), sim.faults());
        if (plan.settings().apiPsc().followsPscSession()) {
            psc.tellLogouts(API_PSC_CLIENT, sim.backchannelLogoutUris(), tls.service(PSC_CLIENT));
        }
        return sim;
    }

    private Map<Teleservice, URI> startTeleservices(ApiPscSim apiPsc) {
        Surroundings surroundings = new Surroundings(around.journal(), around.clock(), around.random(), runtime);
        Map<Teleservice, URI> targets = new EnumMap<>(Teleservice.class);
        for (Teleservice service : plan.declared().teleservices()) {
            TeleserviceSim sim = closing(new TeleserviceSim(
                            service,
                            tls.server(Participant.of(service), true),
                            TeleserviceSettings.from(
                                    plan.settings(),
                                    tls.introspection(TELESERVICE_CLIENT, apiPsc, service),
                                    plan.declared().environment(),
                                    tls.judge(Profile.ORG_SIGN)),
                            LpsRegister.from(plan.declared()),
                            around.stubs(),
                            surroundings))
                    .start();
            listening.add(Participant.of(service), sim.endpoint(), sim.faults());
            targets.put(service, Listening.above(sim.endpoint()));
        }
        ConformitySim conformity = closing(new ConformitySim(
                        tls.server(Participant.CONFORMITE, true),
                        tls.introspection(TELESERVICE_CLIENT, apiPsc, Teleservice.CONFORMITE),
                        around.folder().signingKey(CONFORMITY_SIGNATURE),
                        plan.settings().realistic(),
                        surroundings))
                .start();
        listening.add(Participant.CONFORMITE, conformity.endpoint(), conformity.faults());
        targets.put(Teleservice.CONFORMITE, Listening.above(conformity.endpoint()));
        return targets;
    }

    private void startProxy(
            ProSanteConnectSim psc, ApiPscSim apiPsc, CredentialApiSim credential, Map<Teleservice, URI> targets) {
        ProxyChoices choices = plan.settings().proxy();
        List<Route> routes = new ArrayList<>();
        targets.forEach((service, target) -> {
            Route route = new Route(service.route(), target, apiPsc.tokenEndpoint(service));
            routes.add(choices.revokesTokens() ? route.revokingAt(apiPsc.revocationEndpoint(service)) : route);
        });
        ProxySettings settings = around.folder()
                .withTraces(ProxySettings.of(
                        psc.discovery(), tls.roots(), certificates.identities(plan, operation), routes))
                .withSessionLife(new SessionLife(choices.sessionLife(), choices.sessionIdle()))
                .withDefects(plan.proxyDefects(operation, credential.endpoint()))
                .withLps(lps.proofs());
        ProxySim sim = closing(new ProxySim(
                        lps.server(),
                        plan.settings().realistic() ? settings.asRealistic() : settings,
                        around.journal(),
                        around.clock(),
                        around.random(),
                        around.clock()::pass,
                        runtime))
                .start();
        listening.add(Participant.PROXY, sim.uri(), sim.faults());
    }

    private <C extends AutoCloseable> C closing(C part) {
        return started.closing(part);
    }

    /** Where each server listens, in the order of {@link Participant}. */
    public Map<Participant, URI> uris() {
        return listening.uris();
    }

    public URI uri(Participant participant) {
        return listening.uri(participant);
    }

    /**
     * The faults on demand of a simulator.
     *
     * @throws IllegalArgumentException if this chain has no such one, or it plays none
     */
    public FaultBook faults(Participant participant) {
        return listening.faults(participant);
    }

    /** The seal of the structure that operates the LPS. */
    public HeldCertificate seal(Operation of) {
        return certificates.seal(plan.declared().operator(of));
    }

    /** The sound client certificate of a client_id. */
    public HeldCertificate clientCertificate(Operation of) {
        return certificates.client(of);
    }

    /** The files of that certificate. */
    public CertificateFiles certificateFiles(Operation of) {
        return certificates.files(of);
    }

    /** An LPS's connection to the proxy: it trusts the chain's authority and shows no certificate. */
    public WireClient lpsClient() {
        return new WireClient(runtime, tls.client());
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
