package fr.accroche.scenarios.proxy;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.proxy.ClientIdentity;
import fr.accroche.proxy.ProxyDefects;
import fr.accroche.proxy.ProxySettings;
import fr.accroche.proxy.ProxySim;
import fr.accroche.proxy.Route;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.admin.MovableClock;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * One proxy that three LPS of three editors share, before the real simulators of PSC, of the authorization servers and of the API
 * Credential, and before téléservices that remember what they saw. All over real TLS; time stands still but for the proxy's pauses.
 */
final class SharedProxy implements AutoCloseable {

    static final List<String> ROUTES = List.of("dmp", "insi");

    private final MovableClock clock = TestFolders.clock();
    private final WorkFolder folder = TestFolders.open(clock);
    private final InMemoryJournal journal = new InMemoryJournal(100_000);
    private final Collection<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Deque<Runnable> closers = new ArrayDeque<>();
    private final Declaration declaration;
    private final ProxySim proxy;
    private final WireClient connections;

    /** A request as a téléservice got it. */
    record Seen(String route, Request request) {}

    /**
     * @param settings more of the declaration, in YAML
     * @param defects how the proxy misbehaves
     */
    SharedProxy(String settings, ProxyDefects defects) throws Exception {
        clock.freeze();
        declaration = declaration(settings);
        Chain.Surround around = new Chain.Surround(folder, Ports.FREE, Stubs.NONE, journal, clock, new SecureRandom());
        Chain chain = closing(
                Chain.start(
                        ChainPlan.sound(declaration), declaration.operations().get(0), around),
                Chain::close);
        WireRuntime runtime = closing(WireRuntime.start(clock), WireRuntime::close);
        HeldCertificate server = folder.igc().issue(server());
        Map<String, ClientIdentity> identities = new HashMap<>();
        declaration
                .operations()
                .forEach(each ->
                        identities.put(each.clientId().value(), ClientIdentity.of(chain.clientCertificate(each))));
        List<Route> routes = ROUTES.stream()
                .map(route -> route(route, teleservice(route, server, runtime), chain.uri(Participant.API_PSC)))
                .toList();
        proxy = closing(
                        new ProxySim(
                                listening("shared-proxy", server, new ClientAuthentication.None()),
                                ProxySettings.of(
                                                chain.uri(Participant.PSC),
                                                folder.igc().roots(Branch.TEST),
                                                identities,
                                                routes)
                                        .withDefects(defects),
                                journal,
                                clock,
                                new SecureRandom(),
                                clock::pass,
                                runtime),
                        ProxySim::close)
                .start();
        connections = closing(chain.lpsClient(), WireClient::close);
    }

    private static Declaration declaration(String settings) throws Exception {
        try (InputStream in =
                Objects.requireNonNull(SharedProxy.class.getResourceAsStream("three-editors.yaml"), "resource")) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8) + settings;
            return DeclarationReader.read(
                    "three-editors.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(TestFolders.clock()));
        }
    }

    private Order server() {
        Instant now = clock.instant();
        return new Order(
                Profile.SERV_SSL,
                Branch.TEST,
                "Paris (75)",
                "SERVEURS DU TEST",
                "300000000010009",
                "localhost",
                List.of("localhost", "127.0.0.1"),
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(2)));
    }

    /** Remembers each request, and answers with its body, and with a cookie of its own. */
    private URI teleservice(String name, HeldCertificate identity, WireRuntime runtime) {
        ClientAuthentication clients =
                new ClientAuthentication.Strict(folder.igc().judge(Profile.ORG_AUTH_CLI, Branch.TEST), true);
        WireServer server = closing(
                        new WireServer(
                                runtime,
                                listening(name, identity, clients),
                                request -> {
                                    seen.add(new Seen(name, request));
                                    return Response.of(200, "text/plain", request.text())
                                            .with("Set-Cookie", "seen=" + request.text());
                                },
                                ConnectionObserver.SILENT),
                        WireServer::close)
                .start();
        return URI.create("https://localhost:" + server.uri().getPort() + "/" + name);
    }

    private static ServerSettings listening(String name, HeldCertificate identity, ClientAuthentication clients) {
        return new ServerSettings(
                name, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), identity, clients, Limits.DEFAULT);
    }

    private static Route route(String name, URI target, URI apiPsc) {
        URI realm = apiPsc.resolve("/realms/" + name + "/protocol/openid-connect/");
        return new Route(name, target, realm.resolve("token")).revokingAt(realm.resolve("revoke"));
    }

    private <C> C closing(C part, Consumer<C> close) {
        closers.push(() -> close.accept(part));
        return part;
    }

    List<Operation> operations() {
        return declaration.operations();
    }

    /** The OU of the certificate of a client_id: the structure that operates the proxy for it. */
    String structure(Operation operation) {
        return declaration.actors().get(operation.proxyOperator()).idNatStruct().value();
    }

    WireClient connections() {
        return connections;
    }

    URI uri() {
        return URI.create("https://localhost:" + proxy.uri().getPort());
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** What every simulator noted, the proxy too. */
    List<Hop> hops() {
        return journal.hops();
    }

    @Override
    public void close() {
        while (!closers.isEmpty()) {
            closers.pop().run();
        }
    }
}
