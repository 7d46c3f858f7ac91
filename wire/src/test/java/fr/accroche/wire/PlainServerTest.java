package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A server without TLS, and one that keeps silent. */
class PlainServerTest {

    private static final Limits SHORT =
            new Limits(1024, 1024, 10, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(300));
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    @Test
    void servesAnOrdinaryClient() throws Exception {
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = plain(
                        runtime,
                        TestServer.LIMITS,
                        request -> Response.of(
                                200,
                                "text/plain",
                                request.method() + " " + request.text()
                                        + request.peer().judgement()))) {
            assertThat(server.uri()).hasScheme("http");
            HttpClient client = HttpClient.newHttpClient();
            URI uri = server.uri().resolve("/a");

            for (int i = 0; i < 3; i++) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(uri)
                                .version(HttpClient.Version.HTTP_1_1)
                                .POST(HttpRequest.BodyPublishers.ofString("body"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("POST bodyOptional.empty");
            }
        }
    }

    @Test
    void answersATlsClientWithA400() throws Exception {
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = plain(runtime, TestServer.LIMITS, request -> Response.of(200));
                RawClient client = raw(server)) {
            client.send(new byte[] {0x16, 3, 1, 0, 2, 1, 0, '\r', '\n', '\r', '\n'});

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void silenceEndsWithTheConnection() throws Exception {
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = plain(runtime, SHORT, request -> Response.SILENCE);
                RawClient client = raw(server)) {
            client.send(GET + GET);

            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void aDroppedConnectionEndsAtOnceWithoutAnAnswer() throws Exception {
        try (WireRuntime runtime = WireRuntime.start();
                WireServer server = plain(runtime, TestServer.LIMITS, request -> Response.DROPPED);
                RawClient client = raw(server)) {
            long begun = System.nanoTime();
            client.send(GET + GET);

            assertThat(client.readToEnd()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TestServer.LIMITS.idle());
        }
    }

    private static WireServer plain(WireRuntime runtime, Limits limits, Handler handler) {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new WireServer(runtime, ServerSettings.plain("plain", free, limits), handler, ConnectionObserver.SILENT)
                .start();
    }

    private static RawClient raw(WireServer server) throws IOException {
        return RawClient.over(new Socket("localhost", server.uri().getPort()));
    }
}
