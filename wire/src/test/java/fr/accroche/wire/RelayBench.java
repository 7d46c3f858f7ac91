package fr.accroche.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server that relays {@code /relay/**} to another one, refuses {@code /no}, and answers the rest by itself. */
final class RelayBench implements AutoCloseable {

    static final Duration SHORT = Duration.ofMillis(300);
    static final Duration LONG = Duration.ofSeconds(20);
    static final Patience USUAL = new Patience(LONG, LONG, LONG);

    /**
     * @param caller between two pieces of a caller
     * @param answer for the head of an answer
     * @param stall between two pieces of a server
     */
    record Patience(Duration caller, Duration answer, Duration stall) {}

    private final BlockingQueue<RecordingRelay> exchanges = new LinkedBlockingQueue<>();
    private final TestServer server;
    private final WireClient client;

    private RelayBench(WireRuntime runtime, URI to, Patience patience, long bodyBytes, int connections) {
        this(runtime, to, patience, Duration.ofSeconds(5), bodyBytes, connections);
    }

    private RelayBench(
            WireRuntime runtime, URI to, Patience patience, Duration connect, long bodyBytes, int connections) {
        client = new WireClient(
                runtime,
                new ClientSettings(
                        Optional.empty(),
                        TestAuthority.ROOT.asRoots(),
                        connect,
                        patience.answer(),
                        patience.stall(),
                        1024,
                        connections,
                        Optional.empty()));
        Routes routes = Routes.none()
                .plus("*", "/**", request -> Response.of(200, "text/plain", "own " + request.text()))
                .relaying("*", "/no", head -> new Decision.Answered(Response.of(401, "text/plain", "no")))
                .relaying("*", "/broken", head -> {
                    throw new IllegalStateException("a secret of ours");
                })
                .relaying("*", "/relay/**", head -> relayed(head, to));
        server = TestServer.start(
                runtime,
                TestServer.IDENTITY,
                new ClientAuthentication.None(),
                TestServer.LIMITS.relaying(new RelayLimits(bodyBytes, patience.caller())),
                routes);
    }

    static RelayBench to(URI backend) {
        return to(backend, USUAL);
    }

    static RelayBench to(URI backend, Patience patience) {
        return new RelayBench(WireRuntime.start(), backend, patience, 1L << 30, 8);
    }

    static RelayBench limitedTo(long bodyBytes, URI backend) {
        return new RelayBench(WireRuntime.start(), backend, USUAL, bodyBytes, 8);
    }

    static RelayBench withOneConnection(URI backend) {
        return new RelayBench(WireRuntime.start(), backend, USUAL, 1L << 30, 1);
    }

    /** Its workers wait for no resolver, whose bad moments would keep them. */
    static RelayBench withWorkers(int most, URI backend) {
        NameLookup atOnce = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        return new RelayBench(WireRuntime.start(Clock.systemUTC(), most, atOnce), backend, USUAL, 1L << 30, 32);
    }

    static RelayBench withOneConnectionAndWorkers(int most, URI backend) {
        return new RelayBench(WireRuntime.start(Clock.systemUTC(), most), backend, USUAL, 1L << 30, 1);
    }

    /** One that waits two seconds for a connection. */
    static RelayBench connectingWithinTwoSeconds(WireRuntime runtime, URI backend) {
        return new RelayBench(runtime, backend, USUAL, Duration.ofSeconds(2), 1L << 30, 8);
    }

    private Decision relayed(Request head, URI to) {
        RecordingRelay exchange = new RecordingRelay();
        exchanges.add(exchange);
        URI uri = URI.create(to.resolve("/") + head.target().substring("/relay/".length()));
        return new Decision.Relayed(
                client, new ClientRequest(head.method(), uri, head.headers(), new byte[0]), exchange);
    }

    RawClient caller() throws IOException {
        return RawClient.tls(server);
    }

    TestServer server() {
        return server;
    }

    /** What was told of the next exchange, in the order of their decisions. */
    RecordingRelay exchange() {
        try {
            RecordingRelay next = exchanges.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was relayed within 10 s");
            }
            return next;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    boolean relayedNothing() {
        return exchanges.isEmpty();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
