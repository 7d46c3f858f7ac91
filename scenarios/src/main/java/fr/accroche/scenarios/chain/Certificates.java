package fr.accroche.scenarios.chain;

import fr.accroche.certs.Branch;
import fr.accroche.certs.CertificateFiles;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.certs.Profiles;
import fr.accroche.certs.RevocationRegister;
import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.IdNatStruct;
import fr.accroche.compliance.declaration.LpsAuthentication;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.proxy.ClientIdentity;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The certificates of a chain: ordered as a vendor would order them, from what is declared. */
final class Certificates {

    /** The national services' own structure, in our small world. */
    private static final Actor SERVICES =
            new Actor("services", "SERVICES NATIONAUX SIMULES", new IdNatStruct("300000000099002"));

    private final WorkFolder folder;
    private final Declaration declaration;
    private final RevocationRegister revocations;
    private final Clock clock;
    private final OwnMaterial own;
    private final List<String> names;
    private final Map<String, HeldCertificate> held = new ConcurrentHashMap<>();

    /** @param names of the servers, the first of which is in the certificate's subject too */
    Certificates(WorkFolder folder, ChainPlan plan, List<String> names, Clock clock) {
        this.folder = folder;
        this.declaration = plan.declared();
        this.revocations = plan.certificate().revocations(folder.igc());
        this.clock = clock;
        this.own = plan.own();
        this.names = names;
    }

    /**
     * Makes what is missing, on several threads: a key takes a good part of a second, and a first run wants a dozen. Chains
     * that start together in one folder do it one after the other: what they share is then made once.
     */
    void prepare(List<String> services, List<String> signingKeys) {
        folder.igc().requireIssuing(branch());
        List<Runnable> makings = new ArrayList<>();
        makings.add(this::server);
        services.forEach(name -> makings.add(() -> service(name)));
        signingKeys.forEach(name -> makings.add(() -> folder.signingKey(name)));
        for (Operation operation : declaration.operations()) {
            makings.add(() -> client(operation));
        }
        declaration.operations().stream().filter(Certificates::ofLps).forEach(each -> makings.add(() -> lps(each)));
        orders().sealers().forEach(structure -> makings.add(() -> seal(structure)));
        synchronized (folder) {
            together(makings);
        }
    }

    private static void together(List<Runnable> makings) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<CompletableFuture<Void>> made = makings.stream()
                    .map(making -> CompletableFuture.runAsync(making, threads))
                    .toList();
            made.forEach(CompletableFuture::join);
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        } finally {
            threads.shutdownNow();
        }
    }

    Branch branch() {
        return orders().branch();
    }

    /** The one that every simulated server shows. */
    HeldCertificate server() {
        return held("serveurs", orders().of(Profile.SERV_SSL, SERVICES, names.get(0), names));
    }

    /** The one that a national service shows when it calls another. */
    HeldCertificate service(String name) {
        return held(name, orders().of(Profile.ORG_AUTH_CLI, SERVICES, name, List.of()));
    }

    /** The one of a client_id: the vendor's; else one as it must be, CN = client_id, OU = the proxy operator's structure. */
    HeldCertificate client(Operation operation) {
        return own.client(operation).orElseGet(() -> held(fileName(operation), orders().client(operation)));
    }

    /** One for a server of the vendor's on this machine; made anew each time, and never kept. */
    HeldCertificate server(String host) {
        return folder.igc().issue(orders().of(Profile.SERV_SSL, SERVICES, host, List.of(host)));
    }

    /** One of any client_id and structure; made anew each time, and never kept. */
    HeldCertificate ordered(String clientId, IdNatStruct idNatStruct) {
        Actor structure = declaration.actors().values().stream()
                .filter(actor -> actor.idNatStruct().equals(idNatStruct))
                .findFirst()
                .orElseGet(() -> new Actor("other", "STRUCTURE " + idNatStruct.value(), idNatStruct));
        return folder.igc().issue(orders().of(Profile.ORG_AUTH_CLI, structure, clientId, List.of()));
    }

    /** What the vendor brings. */
    OwnMaterial own() {
        return own;
    }

    /** Whether the LPS of an operation has a certificate of its own, for its proxy. */
    static boolean ofLps(Operation operation) {
        return operation.lpsAuthentication() instanceof LpsAuthentication.Certificate;
    }

    /** The one that the LPS of a client_id shows to its proxy. */
    HeldCertificate lps(Operation operation) {
        Order order = orders().lps(operation);
        return held(DeclaredOrders.fileName(order), order);
    }

    /** Where that one is kept. */
    CertificateFiles lpsFiles(Operation operation) {
        return folder.files(DeclaredOrders.fileName(orders().lps(operation)));
    }

    /** Where the one of a client_id is kept, if accroche issues it. */
    CertificateFiles files(Operation operation) {
        return folder.files(fileName(operation));
    }

    private String fileName(Operation operation) {
        return DeclaredOrders.fileName(orders().client(operation));
    }

    /** The one of a client_id as a fault makes it; never kept. */
    private Optional<HeldCertificate> client(Operation operation, CertificatePlan plan) {
        Optional<HeldCertificate> made = plan.made(folder.igc(), orders().client(operation));
        return plan.revoked() ? made.map(this::revoked) : made;
    }

    private HeldCertificate revoked(HeldCertificate issued) {
        revocations.revoke(branch(), issued.certificate().getSerialNumber());
        return issued;
    }

    /** What its authorities publish. */
    RevocationRegister revocations() {
        return revocations;
    }

    /** The serial number of a declared client_id's certificate. */
    Optional<BigInteger> serial(String clientId) {
        return declaration.operations().stream()
                .filter(operation -> operation.clientId().value().equals(clientId))
                .findFirst()
                .map(operation -> client(operation).certificate().getSerialNumber());
    }

    /** What the proxy shows for each of its clients; for one of them, what the plan says. */
    Map<String, ClientIdentity> identities(ChainPlan plan, Operation planned) {
        Map<String, ClientIdentity> identities = new HashMap<>();
        for (Operation declared : declaration.operations()) {
            boolean faulty =
                    declared.clientId().equals(planned.clientId()) && plan.certificate() != CertificatePlan.SOUND;
            identities.put(
                    declared.clientId().value(),
                    faulty ? faulty(declared, plan.certificate()) : ClientIdentity.of(client(declared)));
        }
        return identities;
    }

    private ClientIdentity faulty(Operation declared, CertificatePlan plan) {
        Optional<HeldCertificate> shown = client(declared, plan);
        return plan.renewed()
                ? new ClientIdentity(Optional.of(client(declared)), shown)
                : new ClientIdentity(shown, shown);
    }

    /** What signs the VIHFs of a client_id: the vendor's; else the seal of a structure, usually of the one that operates its LPS. */
    HeldCertificate seal(Operation operation) {
        return own.seal(operation).orElseGet(() -> seal(orders().sealer(operation)));
    }

    private HeldCertificate seal(Actor structure) {
        return held(DeclaredOrders.fileName(structure), orders().seal(structure));
    }

    /** Read, and checked against its order, once for each chain: the servers ask for the same few again and again. */
    private HeldCertificate held(String name, Order order) {
        HeldCertificate known = held.get(name);
        if (known == null) {
            known = folder.certificate(name, order);
            held.put(name, known);
        }
        return known;
    }

    /** Since yesterday: a certificate of this morning must not fail on a clock that is a little late. */
    private DeclaredOrders orders() {
        Instant yesterday = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);
        return new DeclaredOrders(declaration, yesterday, Profiles.SHIPPED::settings);
    }
}
