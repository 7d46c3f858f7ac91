package fr.accroche.credential;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.certs.TestIgc;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One API Credential over real mTLS, and callers of every kind. */
final class Bench implements AutoCloseable {

    static final String AUTHORIZATION_SERVER = "as-dmp.accroche.invalid";
    static final TestIgc IGC = TestIgc.inMemory(Clock.systemUTC());
    static final HeldCertificate CALLER = issue(Profile.ORG_AUTH_CLI, Branch.TEST, AUTHORIZATION_SERVER);
    static final HeldCertificate STRANGER = issue(Profile.ORG_AUTH_CLI, Branch.TEST, Declarations.CLIENT_ID);
    static final HeldCertificate PRODUCTION_CALLER =
            issue(Profile.ORG_AUTH_CLI, Branch.PRODUCTION, AUTHORIZATION_SERVER);
    private static final HeldCertificate SERVER = issue(Profile.SERV_SSL, Branch.TEST, "localhost");

    final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-11-22T10:00:00Z"));
    final Hops journal = new Hops();
    private final State state = new MemoryState(clock);
    private final WireRuntime runtime = WireRuntime.start();
    private final CredentialApiSim api;

    Bench(Register register, CredentialApiSettings settings, ClientAuthentication clients) {
        ServerSettings server = new ServerSettings(
                "credential", new InetSocketAddress("127.0.0.1", 0), SERVER, clients, Limits.DEFAULT);
        api = new CredentialApiSim(server, settings, register, journal, state, clock, runtime).start();
    }

    static Bench sound() {
        return with(Register.from(Declarations.sound()), CredentialApiSettings.calledBy(Set.of(AUTHORIZATION_SERVER)));
    }

    static Bench with(Register register, CredentialApiSettings settings) {
        return new Bench(
                register, settings, new ClientAuthentication.Pedagogic(IGC.judge(Profile.ORG_AUTH_CLI, Branch.TEST)));
    }

    Response ask(HeldCertificate caller, String json) throws IOException {
        return send(Optional.of(caller), ClientRequest.post(api.endpoint(), "application/json", json));
    }

    Response send(Optional<HeldCertificate> caller, ClientRequest request) throws IOException {
        ClientSettings trusting = ClientSettings.trusting(IGC.roots(Branch.TEST));
        try (WireClient client =
                new WireClient(runtime, caller.map(trusting::presenting).orElse(trusting))) {
            return client.send(request);
        }
    }

    CredentialApiSim api() {
        return api;
    }

    Hop hop() {
        return journal.last();
    }

    @Override
    public void close() {
        api.close();
        runtime.close();
    }

    private static HeldCertificate issue(Profile profile, Branch branch, String name) {
        Instant now = Instant.now();
        return IGC.issue(new Order(
                profile,
                branch,
                "Paris (75)",
                "ACCROCHE",
                Declarations.BETA_STRUCTURE,
                name,
                profile == Profile.SERV_SSL ? List.of("localhost", "127.0.0.1") : List.of(),
                now.minus(Duration.ofHours(1)),
                now.plus(Duration.ofDays(365))));
    }
}
