package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.accroche.wire.ConnectionFailedException.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections kept, bounded, and replaced. */
class ClientPoolTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Clients CLIENTS = new Clients();

    @AfterAll
    static void stop() {
        CLIENTS.close();
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
                WireClient client = CLIENTS.client(Duration.ofMillis(300), Duration.ofSeconds(5), 1024, 1)) {
            CompletableFuture<Response> first = sendAsync(client, server.uri("/"));
            handling.await();

            assertThat(Clients.failure(client, server.uri("/")))
                    .hasMessageContaining("all 1 connections were in use")
                    .extracting(ConnectionFailedException::reason)
                    .isEqualTo(Reason.BUSY);

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
        try (ScriptedServer server = ScriptedServer.start(ClientPoolTest::oneAnswerThenALostRequest);
                WireClient client = CLIENTS.client()) {
            client.send(ClientRequest.get(server.uri()));
            Response response = client.send(new ClientRequest(method, server.uri(), Headers.EMPTY, new byte[0]));

            assertThat(response.status()).isEqualTo(200);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void doesNotRepeatAPostThatMayHaveArrived() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(ClientPoolTest::oneAnswerThenALostRequest);
                WireClient client = CLIENTS.client()) {
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
                WireClient client = CLIENTS.client()) {
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
    void doesNotTakeAnAnswerToNoRequestForTheNextOne() throws Exception {
        try (ScriptedServer server = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, OK + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged");
                });
                WireClient client = CLIENTS.client()) {
            assertThat(client.send(ClientRequest.get(server.uri())).text()).isEqualTo("ok");
            assertThat(client.send(ClientRequest.get(server.uri())).text()).isEqualTo("ok");
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

    private static void oneAnswerThenALostRequest(javax.net.ssl.SSLSocket socket, int connection)
            throws java.io.IOException {
        ScriptedServer.readHead(socket);
        ScriptedServer.write(socket, OK);
        if (connection == 0) {
            ScriptedServer.readHead(socket);
        }
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
}
