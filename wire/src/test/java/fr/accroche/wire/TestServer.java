package fr.accroche.wire;

import fr.accroche.certs.HeldCertificate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** A started server on a free port, with its runtime and what its observer was told. */
final class TestServer implements AutoCloseable {

    static final HeldCertificate IDENTITY = TestAuthority.ROOT.server();
    static final Limits LIMITS =
            new Limits(64 * 1024, 8 * 1024, 100, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

    final RecordingObserver observer = new RecordingObserver();
    private final WireRuntime runtime;
    private final WireServer server;

    private TestServer(WireRuntime runtime, ServerSettings settings, Handler handler) {
        this.runtime = runtime;
        this.server = new WireServer(runtime, settings, handler, observer).start();
    }

    static TestServer start(ClientAuthentication clients, Handler handler) {
        return start(clients, LIMITS, handler);
    }

    static TestServer start(ClientAuthentication clients, Limits limits, Handler handler) {
        return start(WireRuntime.start(), IDENTITY, clients, limits, handler);
    }

    static TestServer start(
            WireRuntime runtime,
            HeldCertificate identity,
            ClientAuthentication clients,
            Limits limits,
            Handler handler) {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new TestServer(runtime, new ServerSettings("test", free, identity, clients, limits), handler);
    }

    URI uri(String path) {
        return URI.create("https://localhost:" + port() + path);
    }

    int port() {
        return server.uri().getPort();
    }

    WireRuntime runtime() {
        return runtime;
    }

    WireServer server() {
        return server;
    }

    /** A client of the same runtime that trusts the root of the tests. */
    WireClient client() {
        return new WireClient(runtime, ClientSettings.trusting(TestAuthority.ROOT.asRoots()));
    }

    WireClient client(HeldCertificate held) {
        return new WireClient(
                runtime, ClientSettings.trusting(TestAuthority.ROOT.asRoots()).presenting(held));
    }

    @Override
    public void close() {
        server.close();
        runtime.close();
    }
}
