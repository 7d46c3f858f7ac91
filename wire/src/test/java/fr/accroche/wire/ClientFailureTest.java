package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.accroche.wire.ConnectionFailedException.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each reason why no answer comes, and what its message tells. */
class ClientFailureTest {

    private static final Clients CLIENTS = new Clients();

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    @Test
    void refusesAServerOfAnotherRoot() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(
                        TestAuthority.OTHER.server(), false, (socket, connection) -> socket.startHandshake());
                WireClient client = CLIENTS.client()) {
            assertThat(Clients.failure(client, server.uri()))
                    .hasMessageContaining("localhost")
                    .hasMessageContaining("certificate is refused")
                    .hasMessageContaining("PKIX path")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.HANDSHAKE);
        }
    }

    @Test
    void refusesAServerOfAnotherName() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(
                        TestAuthority.ROOT.serverNamed("dmp.example"),
                        false,
                        (socket, connection) -> socket.startHandshake());
                WireClient client = CLIENTS.client()) {
            assertThat(Clients.failure(client, server.uri()))
                    .hasMessageContaining("No subject alternative DNS name matching localhost found")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.HANDSHAKE);
            URI byAddress = URI.create("https://127.0.0.1:" + server.uri().getPort());
            assertThat(Clients.failure(client, byAddress))
                    .hasMessageContaining("127.0.0.1")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.HANDSHAKE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void tellsTheAlertOfAServerThatRefusesItsCertificate(String version) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(
                        TestServer.IDENTITY, true, (socket, connection) -> socket.startHandshake());
                WireClient wrong = CLIENTS.presenting(TestAuthority.OTHER.client("wrong"));
                WireClient none = CLIENTS.client()) {
            server.socket().setEnabledProtocols(new String[] {version});

            assertThat(Clients.failure(wrong, server.uri()))
                    .hasMessageContaining("alert certificate_unknown")
                    .hasMessageContaining("CN=wrong")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.HANDSHAKE);
            assertThat(Clients.failure(none, server.uri()))
                    .hasMessageContaining("alert")
                    .hasMessageContaining("no certificate")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.HANDSHAKE);
        }
    }

    /** The server closes over what it has not read, so our next write fails before the alert is read. */
    @RepeatedTest(5)
    void tellsTheAlertOfAServerThatRefusesWhileTheBodyIsBeingSent() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(
                        TestServer.IDENTITY, true, (socket, connection) -> socket.startHandshake());
                WireClient wrong = CLIENTS.presenting(TestAuthority.OTHER.client("wrong"))) {
            ClientRequest large = ClientRequest.post(server.uri(), "text/plain", "x".repeat(1024 * 1024));

            assertThatThrownBy(() -> wrong.send(large))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("alert certificate_unknown");
        }
    }

    @Test
    void tellsWhenNobodyListensOrTheHostIsUnknown() throws Exception {
        int free;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = once.getLocalPort();
        }
        try (WireClient client = CLIENTS.client()) {
            assertThat(Clients.failure(client, URI.create("https://localhost:" + free + "/")))
                    .hasMessageContaining("localhost:" + free + ": cannot connect")
                    .hasMessageContaining("Connection refused")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.UNREACHABLE);
            assertThat(Clients.failure(client, URI.create("https://no-such-host.invalid/")))
                    .hasMessageContaining("no such host")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void waitsNoLongerForAResolverThanForAConnection() throws Exception {
        CompletableFuture<InetAddress[]> never = new CompletableFuture<>();
        ClientSettings usual = ClientSettings.trusting(TestAuthority.ROOT.asRoots());
        ClientSettings impatient = new ClientSettings(
                usual.identity(),
                usual.trusted(),
                Duration.ofMillis(200),
                usual.response(),
                1024,
                1,
                usual.onlySuite());
        try (WireRuntime runtime = WireRuntime.start(Clock.systemUTC(), 4, host -> never.join());
                WireClient client = new WireClient(runtime, impatient)) {
            assertThat(assertTimeoutPreemptively(
                            Duration.ofSeconds(10), () -> Clients.failure(client, URI.create("https://slow.invalid/"))))
                    .hasMessageContaining("slow.invalid:443: its address was not found within 200 ms")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.TIMEOUT);
            never.complete(new InetAddress[0]);
        }
    }

    @Test
    void tellsWhenAPortSpeaksNoTlsOrNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WireClient client = CLIENTS.client(Duration.ofMillis(300), Duration.ofSeconds(5), 1024, 1)) {
            URI uri = URI.create("https://localhost:" + silent.getLocalPort() + "/");
            assertThat(Clients.failure(client, uri).reason()).isEqualTo(Reason.TIMEOUT);

            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerPlainly(silent));
            assertThat(Clients.failure(CLIENTS.client(), uri))
                    .hasMessageContaining("does not speak TLS")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.HANDSHAKE);
            answered.join();
        }
    }

    @Test
    void givesUpWhenTheAnswerIsLate() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), request -> {
                    never.await();
                    return Response.of(200);
                });
                WireClient client = CLIENTS.client(Duration.ofSeconds(5), Duration.ofMillis(200), 1024, 1)) {
            assertThat(Clients.failure(client, server.uri("/")))
                    .hasMessageContaining("no whole answer within 200 ms")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.TIMEOUT);
            never.countDown();
        }
    }

    @Test
    void givesUpWhenTheAnswerIsTooLarge() throws Exception {
        Handler large = request ->
                new Response(200, Headers.EMPTY, new byte[request.path().equals("/at") ? 1024 : 1025]);
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), large);
                WireClient client = CLIENTS.client(Duration.ofSeconds(5), Duration.ofSeconds(5), 1024, 1)) {
            assertThat(client.send(ClientRequest.get(server.uri("/at"))).body()).hasSize(1024);
            assertThat(Clients.failure(client, server.uri("/over")).reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(client.send(ClientRequest.get(server.uri("/at"))).body()).hasSize(1024);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
                "HTTP/1.1 200 OK\r\nContent-Len",
                "HTTP/1.1 100 Continue\r\n\r\n",
                ""
            })
    void tellsWhenTheAnswerIsBroken(String answer) throws Exception {
        try (ScriptedServer server = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, answer);
                });
                WireClient client = CLIENTS.client()) {
            assertThat(Clients.failure(client, server.uri()).reason()).isEqualTo(Reason.BROKEN);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void stopsWaitingWhenInterrupted() throws Exception {
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), request -> {
                    handling.countDown();
                    never.await();
                    return Response.of(200);
                });
                WireClient client = server.client()) {
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                Clients.failure(client, server.uri("/"));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            caller.start();
            handling.await();
            caller.interrupt();

            assertThat(interrupted.join()).isTrue();
            never.countDown();
        }
    }

    private static void answerPlainly(ServerSocket listening) {
        try {
            listening.accept().close();
            Socket socket = listening.accept();
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
            socket.close();
        } catch (java.io.IOException ended) {
            // The client's view of it is what the test looks at.
        }
    }
}
