package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Clients that hold a connection without using it; the limits are short, so the tests wait for the server only. */
class SlowClientTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ClientAuthentication NONE = new ClientAuthentication.None();

    private static final TestServer IMPATIENT =
            TestServer.start(NONE, new Limits(1024, 1024, 10, LONG, SHORT, LONG), request -> Response.of(200));
    private static final TestServer RESTLESS =
            TestServer.start(NONE, new Limits(1024, 1024, 10, LONG, LONG, SHORT), request -> Response.of(200));

    @AfterAll
    static void stop() {
        IMPATIENT.close();
        RESTLESS.close();
    }

    @Test
    void answers408WhenTheHeadDoesNotEnd() throws Exception {
        assertThat(answer(IMPATIENT, "GET / HTTP/1.1\r\nHost:")).startsWith("HTTP/1.1 408");
    }

    @Test
    void answers408WhenTheRequestLineDoesNotEnd() throws Exception {
        assertThat(answer(IMPATIENT, "G")).startsWith("HTTP/1.1 408");
    }

    @Test
    void answers408WhenOnlyEmptyLinesCome() throws Exception {
        assertThat(answer(IMPATIENT, "\r\n\r\n")).startsWith("HTTP/1.1 408");
    }

    @Test
    void answers408WhenTheBodyDoesNotEnd() throws Exception {
        assertThat(answer(IMPATIENT, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"))
                .startsWith("HTTP/1.1 408");
    }

    @Test
    void answers408WhenTheSecondRequestDoesNotEnd() throws Exception {
        assertThat(answer(IMPATIENT, "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost:"))
                .containsSubsequence("HTTP/1.1 200", "HTTP/1.1 408");
    }

    @Test
    void dripsDoNotMoveTheDeadline() throws Exception {
        try (RawClient client = RawClient.tls(IMPATIENT)) {
            client.send("GET / HTTP/1.1\r\n");
            String answer = "";
            client.socket().setSoTimeout(20);
            while (answer.isEmpty()) {
                try {
                    answer = client.readToEnd();
                } catch (SocketTimeoutException nothingYet) {
                    client.send("X: y\r\n");
                }
            }
            assertThat(answer).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void closesASilentConnectionWithoutAnAnswer() throws Exception {
        assertThat(answer(RESTLESS, "")).isEmpty();
    }

    @Test
    void cutsAClientThatDoesNotReadItsAnswer() throws Exception {
        CountDownLatch handled = new CountDownLatch(1);
        Limits limits = new Limits(1024, 1024, 10, LONG, LONG, SHORT);
        Handler large = request -> {
            handled.countDown();
            return new Response(200, Headers.EMPTY, new byte[1 << 25]);
        };
        try (TestServer server = TestServer.start(NONE, limits, large);
                RawClient client = RawClient.tls(server)) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            handled.await();

            assertTimeout(Duration.ofSeconds(4), () -> server.server().close(), "the server's own grace is longer");
        }
    }

    private static String answer(TestServer server, String request) throws Exception {
        try (RawClient client = RawClient.tls(server)) {
            return client.send(request).readToEnd();
        }
    }
}
