package fr.accroche.proxy;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A proxy between an LPS and fakes of everything behind it, over real TLS. Time passes only where a test says so. */
final class Chain implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-22T05:01:09.307541528Z");
    static final String ALPHA = "alpha-edc-bas";
    static final String BETA = "beta-edc-bas";
    static final String PERSON = "899700427869";

    final FakePsc pscAnswers;
    final FakeServer psc;
    final FakeServer authorization;
    final FakeServer teleservices;
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final MovableClock clock = MovableClock.stoppedAt(START);
    final List<Hop> hops = new CopyOnWriteArrayList<>();

    /** Those of sessions that ran out, which come when the proxy looks and not when a test calls. */
    final List<Hop> sessionsOver = new CopyOnWriteArrayList<>();

    /** How many more of those the journal does not take. */
    final AtomicInteger unrecorded = new AtomicInteger();

    private final WireRuntime runtime;
    private final WireClient lpsConnections;
    private final List<Runnable> closers = new ArrayList<>();
    private ProxySim proxy;

    Chain() {
        runtime = WireRuntime.start();
        lpsConnections = new WireClient(runtime, ClientSettings.trusting(Certificates.ROOTS));
        closers.add(lpsConnections::close);
        pscAnswers = new FakePsc(() -> uriOfPsc(""));
        psc = opened(new FakeServer(runtime, "psc", Certificates.SERVER, pscAnswers));
        authorization = opened(new FakeServer(runtime, "as", Certificates.SERVER, Answers::exchanged));
        teleservices = opened(new FakeServer(
                runtime, "teleservices", Certificates.SERVER, request -> Response.of(200, "text/plain", "done")));
    }

    /** A sound proxy in front of DMP and INSi. */
    static Chain sound() {
        return with(settings -> settings);
    }

    static Chain with(ProxyDefects defects) {
        return with(settings -> settings.withDefects(defects));
    }

    static Chain with(UnaryOperator<ProxySettings> change) {
        return new Chain().open(change);
    }

    Chain open(UnaryOperator<ProxySettings> change) {
        return open(new ClientAuthentication.None(), change);
    }

    /** One that may ask who comes for a certificate. */
    Chain open(ClientAuthentication clients, UnaryOperator<ProxySettings> change) {
        proxy = started(new MemoryState(clock), clients, change);
        return this;
    }

    /** A sound proxy that shares its state with others. */
    ProxySim copy(State state, UnaryOperator<ProxySettings> change) {
        return started(state, new ClientAuthentication.None(), change);
    }

    private ProxySim started(State state, ClientAuthentication clients, UnaryOperator<ProxySettings> change) {
        ServerSettings server = new ServerSettings(
                "proxy",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Certificates.SERVER,
                clients,
                Limits.DEFAULT);
        return opened(new ProxySim(
                        server,
                        change.apply(settings()),
                        this::record,
                        state,
                        clock,
                        new SecureRandom(),
                        this::pause,
                        runtime))
                .start();
    }

    ProxySettings settings() {
        return ProxySettings.of(
                psc.uri(FakePsc.DISCOVERY),
                Certificates.ROOTS,
                Map.of(ALPHA, ClientIdentity.of(Certificates.ALPHA), BETA, ClientIdentity.of(Certificates.BETA)),
                List.of(route("dmp"), route("insi")));
    }

    Route route(String name) {
        return new Route(name, teleservices.uri("/" + name), authorization.uri("/" + name));
    }

    /** One more server behind the proxy. */
    FakeServer opened(FakeServer server) {
        closers.add(server::close);
        return server;
    }

    private ProxySim opened(ProxySim server) {
        closers.add(server::close);
        return server;
    }

    Lps lps() {
        return new Lps(lpsConnections, uri());
    }

    /** One that calls this copy of the proxy. */
    Lps lps(ProxySim copy) {
        return new Lps(lpsConnections, uri(copy));
    }

    /** An LPS that presents this certificate. */
    Lps lps(HeldCertificate certificate) {
        WireClient connections = new WireClient(
                runtime, ClientSettings.trusting(Certificates.ROOTS).presenting(certificate));
        closers.add(connections::close);
        return new Lps(connections, uri());
    }

    /** For the next test: an hour later, with connections kept, sessions ended and all else forgotten. */
    void forget() {
        clear();
        clock.advance(Duration.ofHours(1));
        proxy.endSessionsThatRanOut();
        clear();
    }

    private void clear() {
        pscAnswers.forget();
        psc.forget();
        authorization.forget();
        teleservices.forget();
        pauses.clear();
        hops.clear();
        sessionsOver.clear();
    }

    /** Before everything behind it. */
    void closeProxy() {
        proxy.close();
    }

    WireRuntime runtime() {
        return runtime;
    }

    URI uri() {
        return uri(proxy);
    }

    private static URI uri(ProxySim copy) {
        return URI.create("https://localhost:" + copy.uri().getPort());
    }

    Hop lastHop() {
        return hops.get(hops.size() - 1);
    }

    private String uriOfPsc(String path) {
        return psc.uri(path).toString();
    }

    private void record(Hop hop) {
        if (hop.stage() != Stage.PROXY_SESSION_OVER) {
            hops.add(hop);
        } else if (unrecorded.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            sessionsOver.add(hop);
        } else {
            throw new IllegalStateException("a journal that takes no hop");
        }
    }

    private void pause(Duration duration) {
        pauses.add(duration);
        clock.advance(duration);
    }

    @Override
    public void close() {
        for (int i = closers.size() - 1; i >= 0; i--) {
            closers.get(i).run();
        }
        runtime.close();
    }
}
