package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireClientTest {

    private static final Clients CLIENTS = new Clients();

    @AfterAll
    static void stop() {
        CLIENTS.close();
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

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300 * 1024})
    void sendsABodyInChunks(int length) throws Exception {
        Handler echo = request -> Response.of(
                200,
                "text/plain",
                request.headers().all("Transfer-Encoding")
                        + " " + request.headers().all("Content-Length")
                        + " " + request.text().equals("x".repeat(length)));
        Limits roomy = new Limits(
                512 * 1024, 8 * 1024, 100, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), roomy, echo);
                WireClient client = server.client()) {
            ClientRequest request = ClientRequest.post(server.uri("/"), "text/plain", "x".repeat(length))
                    .inChunks()
                    .with("Content-Length", "1");

            assertThat(client.send(request).text()).isEqualTo("[chunked] [] true");
            assertThat(client.send(request).text()).isEqualTo("[chunked] [] true");
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
                WireClient client = CLIENTS.client()) {
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
        try (WireClient client = CLIENTS.client()) {
            CompletableFuture<Throwable> refused = new CompletableFuture<>();
            CLIENTS.runtime().loops().execute(() -> {
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
        try (WireClient client = CLIENTS.client()) {
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
    void needsARootToTrust() {
        assertThatThrownBy(() -> new WireClient(CLIENTS.runtime(), ClientSettings.trusting(java.util.List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one trusted root");
    }
}
