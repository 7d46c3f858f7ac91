package fr.accroche.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.CertificateFiles;
import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Everything that a load of the proxy needs, started: PSC and the authorization servers in this process, the stand-in of a
 * téléservice, our proxy in a process of its own with a session that is open, and nginx with the very bearer of that session.
 */
final class LoadStage implements AutoCloseable {

    private static final String COOKIE = "proxy_session_id";

    private final Deque<AutoCloseable> parts;
    private final WorkFolder folder;
    private final Operation operation;
    private final Chain chain;
    private final NginxFiles.Running standIn;
    private final ProxyJvm ours;
    private final NginxFiles.Running nginx;
    private final String cookie;
    private final LoadClient client;

    /** A proxy under load: where, and what it costs. */
    record Target(String name, URI uri, Usage.Of usage) {}

    private LoadStage(Path work, Path java, int connections, Deque<AutoCloseable> parts) throws Exception {
        this.parts = parts;
        MovableClock clock = MovableClock.running(Clock.systemUTC());
        Declaration declaration = declaration(clock);
        this.operation = declaration.operations().get(0);
        this.folder = WorkFolder.in(work, clock, new KeySizes(2048, 2048));
        Chain.Surround around =
                new Chain.Surround(folder, Ports.FREE, Stubs.NONE, hop -> {}, clock, new SecureRandom());
        this.chain = closing(Chain.start(ChainPlan.sound(declaration), operation, around));
        NginxFiles files = new NginxFiles(
                server(), chain.certificateFiles(operation), chain.trust().pem());
        this.standIn = closing(files.standIn(work.resolve("stand-in")));
        this.ours = closing(ProxyJvm.start(java, arguments()));
        try (WireClient lps = chain.lps().connection(operation)) {
            this.cookie = COOKIE + "=" + connect(lps);
            this.nginx = closing(files.proxy(work.resolve("nginx"), standIn, bearer(lps)));
        }
        CertificateFiles lps = chain.lps().files(operation).orElseThrow();
        this.client = closing(
                new LoadClient(ProxyProgram.held(lps.p12()), folder.igc().roots(Branch.TEST), connections));
    }

    /**
     * Starts it; what fails to start closes what was.
     *
     * @param work an empty folder for all that it writes
     * @param java the home of the JDK that runs the proxy
     */
    static LoadStage start(Path work, Path java, int connections) throws Exception {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            return new LoadStage(work, java, connections, parts);
        } catch (Exception | AssertionError failure) {
            closeAll(parts);
            throw failure;
        }
    }

    private static Declaration declaration(Clock clock) throws Exception {
        String yaml = ShippedDeclaration.PROXY_INTEGRE
                        .text()
                        .replaceFirst("\\{ clientId: ", "{ lpsAuthentication: { certificate: true }, clientId: ")
                + "settings: { psc: { firstPoll: lenient } }\n";
        return DeclarationReader.read("load.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(clock));
    }

    /** What every server of the chain shows; made with the chain. */
    private CertificateFiles server() {
        Path certs = folder.path().resolve("certs");
        return new CertificateFiles(
                certs.resolve("serveurs.p12"), certs.resolve("serveurs.pem"), certs.resolve("serveurs.key.pem"));
    }

    private ProxyArguments arguments() {
        return new ProxyArguments(
                folder.path(),
                server().p12(),
                chain.certificateFiles(operation).p12(),
                chain.lps().files(operation).orElseThrow().chain(),
                operation.clientId().value(),
                chain.uri(Participant.PSC),
                URI.create(chain.uri(Participant.API_PSC) + "/realms/" + Teleservice.DMP.route()
                        + "/protocol/openid-connect/token"),
                standIn.uri().resolve("/dmp"));
    }

    private String connect(WireClient lps) throws IOException {
        String body =
                "{\"nationalId\":\"899900000011\",\"bindingMessage\":\"42\",\"channel\":\"MOBILE\",\"clientId\":\""
                        + operation.clientId().value() + "\"}";
        Response response = lps.send(ClientRequest.post(ours.uri().resolve("/connect"), "application/json", body));
        assertThat(response.status()).as(response.toString()).isEqualTo(200);
        return Json.parseObject(response.body()).text(COOKIE).orElseThrow();
    }

    /** What our proxy adds, as the stand-in got it. */
    private String bearer(WireClient lps) throws IOException {
        URI asked = ours.uri().resolve("/send/" + Teleservice.DMP.route() + "/bearer");
        Response response =
                lps.send(new ClientRequest("GET", asked, Headers.of().plus("Cookie", cookie), new byte[0]));
        assertThat(response.status()).isEqualTo(200);
        return new String(response.body(), StandardCharsets.US_ASCII);
    }

    Target nginx() throws IOException {
        return new Target("nginx", nginx.uri(), nginx.usage());
    }

    Target ours() {
        return new Target("accroche", ours.uri(), ours.usage());
    }

    /** Our proxy's process, to be recorded. */
    ProxyJvm process() {
        return ours;
    }

    /** A round whose connections are open. */
    final class Opened {
        private final Target target;
        private final LoadClient.Ready ready;

        private Opened(Target target, LoadClient.Ready ready) {
            this.target = target;
            this.ready = ready;
        }

        Round run(Duration time) throws Exception {
            Usage.Of self = Usage.Of.thisProcess();
            Usage.Of behind = standIn.usage();
            Usage proxyThen = target.usage().now();
            Usage selfThen = self.now();
            Usage behindThen = behind.now();
            Round.Seen seen = ready.run(time);
            return seen.with(
                    target.usage().now().since(proxyThen),
                    self.now().since(selfThen),
                    behind.now().since(behindThen));
        }
    }

    /** Prepares a round: the handshakes are outside of what is timed and counted. */
    Opened open(Target target, Workload workload) throws InterruptedException {
        byte[] request = workload.request(target.uri().getAuthority(), cookie);
        return new Opened(target, client.open(target.uri(), request, workload.bytes()));
    }

    private <C extends AutoCloseable> C closing(C part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        closeAll(parts);
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception stubborn) {
                System.err.println(stubborn);
            }
        }
    }
}
