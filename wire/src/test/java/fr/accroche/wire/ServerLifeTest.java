package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ServerLifeTest {

    private static final ClientAuthentication NONE = new ClientAuthentication.None();

    @Test
    void saysWhichPortIsBusyAndLeavesNothingBehind() throws Exception {
        try (WireRuntime runtime = WireRuntime.start();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), taken.getLocalPort());
            ServerSettings settings = new ServerSettings("dmp", address, TestServer.IDENTITY, NONE, Limits.DEFAULT);
            WireServer server =
                    new WireServer(runtime, settings, request -> Response.of(200), ConnectionObserver.SILENT);

            assertThatThrownBy(server::start)
                    .isInstanceOf(PortBusyException.class)
                    .hasMessageStartingWith("dmp: cannot listen on localhost:" + taken.getLocalPort())
                    .hasMessageContaining("Address already in use");
            server.close();
        }
    }

    @Test
    void tellsItsAddressBeforeItListensOnlyWhereItsPortIsChosen() {
        try (WireRuntime runtime = WireRuntime.start();
                WireServer chosen = at(runtime, 20_440);
                WireServer any = at(runtime, 0)) {
            assertThat(chosen.uri()).hasPort(20_440);
            assertThatThrownBy(any::uri).isInstanceOf(IllegalStateException.class);
        }
    }

    private static WireServer at(WireRuntime runtime, int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        ServerSettings settings = new ServerSettings("dmp", address, TestServer.IDENTITY, NONE, Limits.DEFAULT);
        return new WireServer(runtime, settings, request -> Response.of(200), ConnectionObserver.SILENT);
    }

    @Test
    void freesItsPortWhenClosed() {
        try (TestServer first = TestServer.start(NONE, request -> Response.of(200))) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), first.port());
            first.server().close();

            ServerSettings settings = new ServerSettings("again", address, TestServer.IDENTITY, NONE, Limits.DEFAULT);
            try (WireServer again =
                    new WireServer(first.runtime(), settings, request -> Response.of(200), ConnectionObserver.SILENT)) {
                assertThat(again.start().uri()).hasPort(address.getPort());
            }
            assertThatThrownBy(first.server()::start).isInstanceOf(IllegalStateException.class);
        }
    }

    /** A failed handshake is told on a worker: whoever closes the runtime and reads on must find it told. */
    @Test
    void whatAWorkerHasBegunEndsBeforeTheRuntimeIsClosed() throws Exception {
        WireRuntime runtime = WireRuntime.start();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<String> told = new AtomicReference<>();
        runtime.runSoon(() -> {
            begun.countDown();
            runtime.loops().terminationFuture().awaitUninterruptibly();
            told.set("told");
        });
        begun.await();

        runtime.close();

        assertThat(told.get()).isEqualTo("told");
    }

    @Test
    void closesAServerThatNeverStarted() {
        try (WireRuntime runtime = WireRuntime.start()) {
            ServerSettings settings =
                    new ServerSettings("never", new InetSocketAddress(0), TestServer.IDENTITY, NONE, Limits.DEFAULT);
            WireServer server =
                    new WireServer(runtime, settings, request -> Response.of(200), ConnectionObserver.SILENT);
            server.close();

            assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void finishesWhatIsUnderWayAndClosesTheIdleAtOnce() throws Exception {
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Handler slow = request -> {
            if (request.path().equals("/slow")) {
                handling.countDown();
                go.await();
            }
            return Response.of(200, "text/plain", "finished");
        };
        try (TestServer server = TestServer.start(NONE, slow);
                RawClient idle = RawClient.tls(server);
                RawClient busy = RawClient.tls(server)) {
            idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").readThrough("finished");
            busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
            handling.await();

            CompletableFuture<Void> closed = CompletableFuture.runAsync(server.server()::close);
            assertThat(idle.readToEnd()).isEmpty();
            assertThat(closed).isNotDone();
            go.countDown();

            assertThat(busy.readToEnd()).contains("connection: close").endsWith("finished");
            busy.socket().close();
            assertTimeout(Duration.ofSeconds(3), closed::join);
            assertThatThrownBy(() -> RawClient.tls(server)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void doesNotWaitForAHandlerThatNeverEnds() throws Exception {
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = TestServer.start(NONE, request -> {
                    handling.countDown();
                    never.await();
                    return Response.of(200);
                });
                RawClient client = RawClient.tls(server)) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            handling.await();

            assertTimeout(Duration.ofSeconds(6), () -> server.server().close());
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void closesAConnectionTooManyAtAccept() throws Exception {
        Limits two = new Limits(1024, 1024, 2, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
        try (TestServer server = TestServer.start(NONE, two, request -> Response.of(200));
                RawClient first = RawClient.tls(server);
                RawClient second = RawClient.tls(server)) {
            first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").readThrough("\r\n\r\n");
            second.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").readThrough("\r\n\r\n");
            try (RawClient third = RawClient.tls(server)) {
                assertThatThrownBy(() -> third.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
                        .isInstanceOf(IOException.class);
            }
            first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").readThrough("\r\n\r\n");
        }
    }

    @Test
    void answers503WhenEveryWorkerIsTakenAndGoesOnAfter() throws Exception {
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Handler slow = request -> {
            if (request.path().equals("/slow")) {
                handling.countDown();
                go.await();
            }
            return Response.of(200, "text/plain", request.path() + ";");
        };
        WireRuntime small = WireRuntime.start(Clock.systemUTC(), 1);
        try (TestServer server = TestServer.start(small, TestServer.IDENTITY, NONE, TestServer.LIMITS, slow);
                RawClient first = RawClient.tls(server);
                RawClient second = RawClient.tls(server)) {
            first.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
            handling.await();

            second.send("GET /other HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(second.readThrough("\"}")).startsWith("HTTP/1.1 503").contains("Retry-After: 1");
            RecordingObserver.RefusedRequest told = server.observer.nextRequest();
            assertThat(told.status()).isEqualTo(503);
            assertThat(told.cause()).isEqualTo("every worker of this process is taken");
            go.countDown();
            assertThat(first.readThrough("/slow;")).startsWith("HTTP/1.1 200");
            String answer = "";
            for (int i = 0; i < 1000 && !answer.contains(" 200 "); i++) {
                second.send("HEAD /again HTTP/1.1\r\nHost: a\r\n\r\n");
                answer = second.readThrough("\r\n\r\n");
            }
            assertThat(answer).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void runsHandlersOnWorkersNamedAfterTheServer() throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        AtomicReference<String> name = new AtomicReference<>();
        try (TestServer server = TestServer.start(NONE, request -> {
                    thread.set(Thread.currentThread());
                    name.set(Thread.currentThread().getName());
                    return Response.of(200);
                });
                WireClient client = server.client()) {
            client.send(ClientRequest.get(server.uri("/")));

            assertThat(name.get()).startsWith("accroche-worker-").endsWith(" test");
            assertThat(thread.get().isDaemon()).isTrue();
        }
    }

    @Test
    void datesFailuresByItsClock() throws Exception {
        Clock clock = Clock.fixed(java.time.Instant.parse("2030-01-02T03:04:05Z"), java.time.ZoneOffset.UTC);
        try (TestServer server = TestServer.start(
                        WireRuntime.start(clock),
                        TestServer.IDENTITY,
                        NONE,
                        TestServer.LIMITS,
                        request -> Response.of(200));
                WireClient client = server.client()) {
            RawClient.plain(server).close();
            assertThat(server.observer.nextHandshake().at()).isEqualTo(clock.instant());
            assertThat(client.send(ClientRequest.get(server.uri("/"))).headers().first("Date"))
                    .contains("Wed, 02 Jan 2030 03:04:05 GMT");
        }
    }
}
