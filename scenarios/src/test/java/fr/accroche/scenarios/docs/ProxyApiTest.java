package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.proxy.ClientIdentity;
import fr.accroche.proxy.ProxySettings;
import fr.accroche.proxy.ProxySim;
import fr.accroche.proxy.Route;
import fr.accroche.redis.FailingState;
import fr.accroche.scenarios.Daemon;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.replay.RecordingReader;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.MemoryState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a running proxy answers in a session, to wrong calls, and when servers behind it fail, is as {@code docs/proxy-api.yaml} says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyApiTest {

    private static final String SINCE = "/traces?start=2000-01-01T00:00:00Z";

    private final MovableClock clock = TestFolders.clock();
    private final WorkFolder folder = TestFolders.open(clock);
    private final FailingState state = new FailingState(new MemoryState(clock));
    private final CountDownLatch never = new CountDownLatch(1);
    private WireRuntime runtime;
    private Chain chain;
    private Operation operation;
    private WireClient client;

    @BeforeAll
    void start() throws Exception {
        clock.freeze();
        Declaration declaration =
                DeclarationReader.read("accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(clock));
        operation = declaration.operations().get(0);
        chain = Chain.start(
                ChainPlan.sound(declaration),
                operation,
                new Chain.Surround(
                        folder, Ports.FREE, Stubs.NONE, new InMemoryJournal(1000), clock, new SecureRandom(), state));
        client = chain.lpsClient();
        runtime = WireRuntime.start(clock);
    }

    @AfterAll
    void stop() {
        never.countDown();
        client.close();
        chain.close();
        runtime.close();
    }

    @Test
    void everyAnswerOfASessionIsInTheDocument() throws Exception {
        String clientId = operation.clientId().value();
        ProxyContract lps = new ProxyContract(client, chain.uri(Participant.PROXY));
        lps.answers(200, "GET", "/check/alive", "/check/alive", "");
        lps.answers(400, "POST", "/connect", "/connect", "{");
        lps.answers(400, "POST", "/connect", "/connect", "{}");
        lps.answers(
                400,
                "POST",
                "/connect",
                "/connect",
                ProxyContract.asking(clientId).replace("MOBILE", "PIGEON"));
        lps.answers(415, "POST", "/connect", "/connect", "<a/>");
        lps.answers(404, "POST", "/connect", "/connect", ProxyContract.asking("nobody"));
        lps.answers(
                401,
                "POST",
                "/connect",
                "/connect",
                ProxyContract.asking(clientId).replace("0011", "9996"));
        lps.answers(401, "GET", "/send/{service}/{path}", "/send/dmp/patients", "");
        lps.answers(404, "GET", "/send/{service}/{path}", "/send/nowhere/x", "");
        lps.answers(401, "DELETE", "/disconnect", "/disconnect", "");
        lps.answers(400, "GET", "/traces", "/traces", "");
        lps.connect(clientId);
        lps.answers(304, "POST", "/connect", "/connect", ProxyContract.asking(clientId));
        lps.send("POST", "/send/dmp/patients", "<a/>");
        lps.answers(200, "DELETE", "/disconnect", "/disconnect", "");
        lps.answers(401, "DELETE", "/disconnect", "/disconnect", "");
        lps.answers(401, "POST", "/send/{service}/{path}", "/send/dmp/patients", "<a/>");
        clock.advance(Duration.ofSeconds(1));
        Response traces = lps.answers(200, "GET", "/traces", SINCE, "");
        assertThat(traces.text())
                .contains("CONNECT_SUCCESS", "CONNECT_REPLAY", "CONNECT_FAILURE", "SEND", "DISCONNECT");
        assertThat(RecordingReader.read(traces.body()).hops())
                .extracting(Hop::stage)
                .contains(Stage.PROXY_CONNECT, Stage.PROXY_SEND, Stage.PROXY_DISCONNECT);
    }

    @Test
    void aStateThatIsAwayIsInTheDocument() throws Exception {
        ProxyContract lps = new ProxyContract(client, chain.uri(Participant.PROXY));
        String asked = ProxyContract.asking(operation.clientId().value());
        lps.connect(operation.clientId().value());
        state.goAway();
        try {
            lps.answers(503, "POST", "/connect", "/connect", asked);
            lps.answers(503, "POST", "/send/{service}/{path}", "/send/dmp/patients", "<a/>");
            lps.answers(503, "DELETE", "/disconnect", "/disconnect", "");
            lps.answers(503, "GET", "/traces", SINCE, "");
        } finally {
            state.recover();
        }
    }

    @Test
    void aTeleserviceThatFailsIsInTheDocument() throws Exception {
        try (WireServer stalled = stalled();
                WireServer impostor = impostor();
                ProxySim proxy = proxy(
                        chain.uri(Participant.PSC),
                        List.of(
                                route("down", URI.create("https://" + Daemon.address())),
                                route("stalled", at(stalled)),
                                route("impostor", at(impostor))))) {
            ProxyContract lps = new ProxyContract(client, at(proxy));
            lps.connect(operation.clientId().value());
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                lps.answers(503, method, "/send/{service}/{path}", "/send/down/x", "");
                lps.answers(502, method, "/send/{service}/{path}", "/send/impostor/x", "");
            }
            lps.answers(504, "POST", "/send/{service}/{path}", "/send/stalled/x", "<a/>");
        }
    }

    @Test
    void aPscThatFailsIsInTheDocument() throws Exception {
        String asked = ProxyContract.asking(operation.clientId().value());
        try (WireServer stalled = stalled();
                WireServer impostor = impostor();
                ProxySim down = proxy(URI.create("https://" + Daemon.address() + "/discovery"), List.of());
                ProxySim waiting = proxy(at(stalled).resolve("/discovery"), List.of());
                ProxySim distrusting = proxy(at(impostor).resolve("/discovery"), List.of())) {
            new ProxyContract(client, at(down)).answers(503, "POST", "/connect", "/connect", asked);
            new ProxyContract(client, at(waiting)).answers(504, "POST", "/connect", "/connect", asked);
            new ProxyContract(client, at(distrusting)).answers(502, "POST", "/connect", "/connect", asked);
        }
    }

    private ProxySim proxy(URI discovery, List<Route> routes) {
        ProxySettings settings = ProxySettings.of(
                        discovery,
                        folder.igc().roots(Branch.TEST),
                        Map.of(operation.clientId().value(), ClientIdentity.of(chain.clientCertificate(operation))),
                        routes)
                .withUpstreamAnswer(Duration.ofSeconds(2));
        return new ProxySim(
                        listening("proxy", server(Branch.TEST)),
                        settings,
                        new InMemoryJournal(1000),
                        clock,
                        new SecureRandom(),
                        clock::pass,
                        runtime)
                .start();
    }

    /** All get the token of the DMP: they take none. */
    private Route route(String name, URI target) {
        return new Route(
                name, target, chain.uri(Participant.API_PSC).resolve("/realms/dmp/protocol/openid-connect/token"));
    }

    private WireServer stalled() {
        return new WireServer(
                        runtime,
                        listening("stalled", server(Branch.TEST)),
                        request -> {
                            never.await(60, TimeUnit.SECONDS);
                            return Response.of(200);
                        },
                        ConnectionObserver.SILENT)
                .start();
    }

    /** With a certificate that no proxy of this chain trusts. */
    private WireServer impostor() {
        return new WireServer(
                        runtime,
                        listening("impostor", server(Branch.PRODUCTION)),
                        request -> Response.of(200),
                        ConnectionObserver.SILENT)
                .start();
    }

    private static ServerSettings listening(String name, HeldCertificate identity) {
        return new ServerSettings(
                name,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                identity,
                new ClientAuthentication.None(),
                Limits.DEFAULT);
    }

    private HeldCertificate server(Branch branch) {
        Instant now = clock.instant();
        return folder.igc()
                .issue(new Order(
                        Profile.SERV_SSL,
                        branch,
                        "Paris (75)",
                        "SERVEURS DU TEST",
                        "300000000010009",
                        "localhost",
                        List.of("localhost", "127.0.0.1"),
                        now.minus(Duration.ofDays(1)),
                        now.plus(Duration.ofDays(2))));
    }

    private static URI at(WireServer server) {
        return URI.create("https://localhost:" + server.uri().getPort());
    }

    private static URI at(ProxySim server) {
        return URI.create("https://localhost:" + server.uri().getPort());
    }
}
