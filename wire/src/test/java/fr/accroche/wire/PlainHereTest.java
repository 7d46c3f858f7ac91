package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain HTTP: to this machine, by a client that was made for it, and never otherwise. */
class PlainHereTest {

    private final List<String> hosts = new CopyOnWriteArrayList<>();
    private final WireRuntime runtime = WireRuntime.start();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            byte[] answer = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        runtime.close();
    }

    private URI uri(String host) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/x");
    }

    private WireClient plain() {
        return WireClient.plainOnThisMachine(
                runtime, ClientSettings.trusting(List.of(TestAuthority.ROOT.certificate())));
    }

    @Test
    void speaksPlainHttpToThisMachineWhereItWasMadeForIt() throws Exception {
        try (WireClient client = plain()) {
            Response first = client.send(ClientRequest.post(uri("127.0.0.1"), "text/plain", "one"));
            Response second = client.send(ClientRequest.post(uri("127.0.0.1"), "text/plain", "two"));

            assertThat(List.of(text(first), text(second))).containsExactly("one", "two");
            assertThat(hosts).containsOnly("127.0.0.1:" + server.getAddress().getPort());
        }
    }

    @Test
    void stillSpeaksTlsToWhoeverHasIt() throws Exception {
        try (ScriptedServer other = ScriptedServer.start(
                        TestAuthority.OTHER.server(), false, (socket, connection) -> socket.startHandshake());
                WireClient client = plain()) {
            assertThatThrownBy(() -> client.send(ClientRequest.get(other.uri())))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("certificate is refused");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/", "http://localhost.example/", "http://user@localhost/", "http:///x"})
    void refusesPlainHttpElsewhere(String uri) {
        try (WireClient client = plain()) {
            assertThatThrownBy(() -> client.send(ClientRequest.get(URI.create(uri))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void noOtherClientSpeaksIt() {
        try (WireClient client =
                new WireClient(runtime, ClientSettings.trusting(List.of(TestAuthority.ROOT.certificate())))) {
            assertThatThrownBy(() -> client.send(ClientRequest.get(uri("localhost"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(hosts).isEmpty();
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
