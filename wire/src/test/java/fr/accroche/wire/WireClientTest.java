package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.accroche.wire.ConnectionFailedException.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireClientTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final WireRuntime RUNTIME = WireRuntime.start();

    @AfterAll
    static void stop() {
        RUNTIME.close();
    }

    @Test
    void sendsMethodTargetHeadersAndBody() throws Exception {
        Handler echo = request -> Response.of(
                200,
                "text/plain",
                Stream.of(
                                request.method(),
                                request.target(),
                                request.text(),
                                request.headers().all("Host").toString(),
                                request.headers().all("X-A").toString(),
                                request.headers().all("Content-Length").toString(),
                                request.headers().all("Connection").toString())
                        .toList()
                        .toString());
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), echo);
                WireClient client = server.client()) {
            URI uri = server.uri("/p%20q?a=%C3%A9&b");
            Response response = client.send(ClientRequest.post(uri, "text/plain", "héllo")
                    .with("X-A", "1")
                    .with("Host", "elsewhere")
                    .with("Content-Length", "999")
                    .with("Connection", "close"));

            assertThat(response.text())
                    .isEqualTo("[POST, /p%20q?a=%C3%A9&b, héllo, [localhost:" + server.port() + "], [1], [6], []]");
            assertThat(response.headers().first("content-type")).contains("text/plain");
            URI bare = URI.create("https://127.0.0.1:" + server.port());
            assertThat(client.send(ClientRequest.get(bare)).text())
                    .isEqualTo("[GET, /, , [127.0.0.1:" + server.port() + "], [], [], []]");
        }
    }

    @Test
    void keepsItsConnection() throws Exception {
        Set<Integer> ports = ConcurrentHashMap.newKeySet();
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), request -> {
                    ports.add(request.peer().address().getPort());
                    return Response.of(200);
                });
                WireClient client = server.client()) {
            client.send(ClientRequest.get(server.uri("/")));
            client.send(new ClientRequest("HEAD", server.uri("/"), Headers.EMPTY, new byte[0]));
            client.send(ClientRequest.post(server.uri("/"), "text/plain", "x"));

            assertThat(ports).hasSize(1);
        }
    }

    @Test
    void boundsItsConnectionsAndWaitsForAPlace() throws Exception {
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Set<Integer> ports = ConcurrentHashMap.newKeySet();
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), request -> {
                    ports.add(request.peer().address().getPort());
                    handling.countDown();
                    go.await();
                    return Response.of(200);
                });
                WireClient client = client(Duration.ofMillis(300), Duration.ofSeconds(5), 1024, 1)) {
            CompletableFuture<Response> first = sendAsync(client, server.uri("/"));
            handling.await();

            assertThat(failure(client, server.uri("/")))
                    .hasMessageContaining("all 1 connections were in use")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.TIMEOUT);

            CompletableFuture<Response> second = sendAsync(client, server.uri("/"));
            go.countDown();
            assertThat(first.join().status()).isEqualTo(200);
            assertThat(second.join().status()).isEqualTo(200);
            assertThat(ports).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD"})
    void repeatsAnIdempotentRequestOnceWhenTheKeptConnectionEnds(String method) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(WireClientTest::oneAnswerThenALostRequest);
                WireClient client = client()) {
            client.send(ClientRequest.get(server.uri()));
            Response response = client.send(new ClientRequest(method, server.uri(), Headers.EMPTY, new byte[0]));

            assertThat(response.status()).isEqualTo(200);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void doesNotRepeatAPostThatMayHaveArrived() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(WireClientTest::oneAnswerThenALostRequest);
                WireClient client = client()) {
            client.send(ClientRequest.get(server.uri()));
            ConnectionFailedException lost = catchThrowableOfType(
                    ConnectionFailedException.class,
                    () -> client.send(ClientRequest.post(server.uri(), "text/plain", "x")));

            assertThat(lost.reason()).isEqualTo(Reason.BROKEN);
            assertThat(lost).hasMessageContaining("ended before any answer");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void sendsAPostOnANewConnectionWhenTheKeptOneWasClosedBefore() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, OK);
                    if (connection == 0) {
                        socket.close();
                        closed.countDown();
                    }
                });
                WireClient client = client()) {
            client.send(ClientRequest.get(server.uri()));
            closed.await();

            assertThat(retried(client, server).status()).isEqualTo(200);
        }
    }

    /** The close may still be on its way to us: then the post is lost, and said to be. */
    private static Response retried(WireClient client, ScriptedServer server) throws ConnectionFailedException {
        try {
            return client.send(ClientRequest.post(server.uri(), "text/plain", ""));
        } catch (ConnectionFailedException onItsWay) {
            return client.send(ClientRequest.post(server.uri(), "text/plain", ""));
        }
    }

    @Test
    void refusesAServerOfAnotherRoot() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(
                        TestAuthority.OTHER.server(), false, (socket, connection) -> socket.startHandshake());
                WireClient client = client()) {
            assertThat(failure(client, server.uri()))
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
                WireClient client = client()) {
            assertThat(failure(client, server.uri()))
                    .hasMessageContaining("No subject alternative DNS name matching localhost found")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.HANDSHAKE);
            URI byAddress = URI.create("https://127.0.0.1:" + server.uri().getPort());
            assertThat(failure(client, byAddress))
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
                WireClient wrong = presenting(TestAuthority.OTHER.client("wrong"));
                WireClient none = client()) {
            server.socket().setEnabledProtocols(new String[] {version});

            assertThat(failure(wrong, server.uri()))
                    .hasMessageContaining("alert certificate_unknown")
                    .hasMessageContaining("CN=wrong")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.HANDSHAKE);
            assertThat(failure(none, server.uri()))
                    .hasMessageContaining("alert")
                    .hasMessageContaining("no certificate")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.HANDSHAKE);
        }
    }

    @Test
    void tellsWhenNobodyListensOrTheHostIsUnknown() throws Exception {
        int free;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = once.getLocalPort();
        }
        try (WireClient client = client()) {
            assertThat(failure(client, URI.create("https://localhost:" + free + "/")))
                    .hasMessageContaining("localhost:" + free + ": cannot connect")
                    .hasMessageContaining("Connection refused")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.UNREACHABLE);
            assertThat(failure(client, URI.create("https://no-such-host.invalid/")))
                    .hasMessageContaining("no such host")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void tellsWhenAPortSpeaksNoTlsOrNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WireClient client = client(Duration.ofMillis(300), Duration.ofSeconds(5), 1024, 1)) {
            URI uri = URI.create("https://localhost:" + silent.getLocalPort() + "/");
            assertThat(failure(client, uri).reason()).isEqualTo(Reason.TIMEOUT);

            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerPlainly(silent));
            assertThat(failure(client(), uri))
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
                WireClient client = client(Duration.ofSeconds(5), Duration.ofMillis(200), 1024, 1)) {
            assertThat(failure(client, server.uri("/")))
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
                WireClient client = client(Duration.ofSeconds(5), Duration.ofSeconds(5), 1024, 1)) {
            assertThat(client.send(ClientRequest.get(server.uri("/at"))).body()).hasSize(1024);
            assertThat(failure(client, server.uri("/over")).reason()).isEqualTo(Reason.TOO_LARGE);
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
                WireClient client = client()) {
            assertThat(failure(client, server.uri()).reason()).isEqualTo(Reason.BROKEN);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.0 200 OK\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nok"
            })
    void readsEveryFramingOfAnAnswer(String answer) throws Exception {
        try (ScriptedServer server = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, answer);
                });
                WireClient client = client()) {
            assertThat(client.send(ClientRequest.get(server.uri())).text()).isEqualTo("ok");
            assertThat(client.send(ClientRequest.get(server.uri())).text()).isEqualTo("ok");
        }
    }

    @Test
    void doesNotTakeAnAnswerToNoRequestForTheNextOne() throws Exception {
        try (ScriptedServer server = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, OK + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged");
                });
                WireClient client = client()) {
            assertThat(client.send(ClientRequest.get(server.uri())).text()).isEqualTo("ok");
            assertThat(client.send(ClientRequest.get(server.uri())).text()).isEqualTo("ok");
        }
    }

    @Test
    void readsAnEarlyAnswerToABodyThatIsStillBeingSent() throws Exception {
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), request -> Response.of(200));
                WireClient client = server.client()) {
            String large = "x".repeat(4 * 1024 * 1024);

            assertThat(client.send(ClientRequest.post(server.uri("/"), "text/plain", large))
                            .status())
                    .isEqualTo(413);
        }
    }

    @Test
    void refusesToWaitOnAnEventLoop() throws Exception {
        try (WireClient client = client()) {
            CompletableFuture<Throwable> refused = new CompletableFuture<>();
            RUNTIME.loops().execute(() -> {
                try {
                    client.send(ClientRequest.get(URI.create("https://localhost:1/")));
                } catch (Throwable failure) {
                    refused.complete(failure);
                }
            });

            assertThat(refused.join()).isInstanceOf(IllegalStateException.class).hasMessageContaining("event loop");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/", "/relative", "https:///path", "https://user@localhost/", "mailto:a@b"})
    void refusesWhatIsNoHttpsUri(String uri) throws Exception {
        try (WireClient client = client()) {
            assertThatThrownBy(() -> client.send(ClientRequest.get(URI.create(uri))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesAHeaderThatWouldSplitTheRequest() throws Exception {
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), request -> Response.of(200));
                WireClient client = server.client()) {
            ClientRequest splitting = ClientRequest.get(server.uri("/")).with("X-A", "b\r\nX-B: c");

            assertThatThrownBy(() -> client.send(splitting)).isInstanceOf(IllegalArgumentException.class);
            assertThat(client.send(ClientRequest.get(server.uri("/"))).status()).isEqualTo(200);
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
                failure(client, server.uri("/"));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            caller.start();
            handling.await();
            caller.interrupt();

            assertThat(interrupted.join()).isTrue();
            never.countDown();
        }
    }

    @Test
    void servesNobodyOnceClosed() throws Exception {
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), request -> Response.of(200))) {
            WireClient client = server.client();
            client.send(ClientRequest.get(server.uri("/")));
            client.close();

            assertThatThrownBy(() -> client.send(ClientRequest.get(server.uri("/"))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void needsARootToTrust() {
        assertThatThrownBy(() -> new WireClient(RUNTIME, ClientSettings.trusting(java.util.List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one trusted root");
    }

    private static void oneAnswerThenALostRequest(javax.net.ssl.SSLSocket socket, int connection)
            throws java.io.IOException {
        ScriptedServer.readHead(socket);
        ScriptedServer.write(socket, OK);
        if (connection == 0) {
            ScriptedServer.readHead(socket);
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

    private static WireClient client() {
        return new WireClient(RUNTIME, ClientSettings.trusting(TestAuthority.ROOT.asRoots()));
    }

    private static WireClient presenting(fr.accroche.certs.HeldCertificate held) {
        return new WireClient(
                RUNTIME, ClientSettings.trusting(TestAuthority.ROOT.asRoots()).presenting(held));
    }

    private static WireClient client(Duration connect, Duration response, int bodyBytes, int connections) {
        return new WireClient(
                RUNTIME,
                new ClientSettings(
                        Optional.empty(), TestAuthority.ROOT.asRoots(), connect, response, bodyBytes, connections));
    }

    private static CompletableFuture<Response> sendAsync(WireClient client, URI uri) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return client.send(ClientRequest.get(uri));
            } catch (ConnectionFailedException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    private static ConnectionFailedException failure(WireClient client, URI uri) {
        return catchThrowableOfType(ConnectionFailedException.class, () -> client.send(ClientRequest.get(uri)));
    }
}
