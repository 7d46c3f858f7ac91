package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no handler may see: limits, grammar, and the ways to smuggle one request in another. */
class RefusedRequestTest {

    private static final AtomicInteger HANDLED = new AtomicInteger();
    private static final TestServer SERVER = TestServer.start(new ClientAuthentication.None(), request -> {
        HANDLED.incrementAndGet();
        return Response.of(200);
    });

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void reset() {
        HANDLED.set(0);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | GET / HTTP/1.1~~",
                "400 | GET / HTTP/1.1~Host: a~Host: b~~",
                "400 | GET / HTTP/1.0~Host: a~Host: b~~",
                "400 | GET / HTTP/1.1~Host : a~~",
                "400 | GET / HTTP/1.1~Host: a~X: b~ folded~~",
                "400 | ~~GET / HTTP/1.1~Host: a~X: b~ folded~~",
                "400 | GET / HTTP/1.1~ Host: a~~",
                "400 | GET /a b HTTP/1.1~Host: a~~",
                "400 | GET a HTTP/1.1~Host: a~~",
                "400 | GET ht HTTP/1.1~Host: a~~",
                "400 | GET ftp://a/ HTTP/1.1~Host: a~~",
                "400 | GET * HTTP/1.1~Host: a~~",
                "400 | CONNECT a:443 HTTP/1.1~Host: a~~",
                "400 | GET /é HTTP/1.1~Host: a~~",
                "400 | G@T / HTTP/1.1~Host: a~~",
                "400 | GET / HTTP/1.1~Host: a~no colon~~",
                "400 | nonsense~~",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: 3~Transfer-Encoding: chunked~~0~~",
                "400 | POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~Content-Length: 3~~0~~",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: 3~Content-Length: 4~~abc",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: 3~Content-Length: 3~~abc",
                "400 | POST / HTTP/1.0~Host: a~Content-Length: 3~Content-Length: 0~~abc",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: 3, 3~~abc",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: +3~~abc",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: -3~~abc",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: 99999999999999999999~~abc",
                "400 | POST / HTTP/1.0~Host: a~Transfer-Encoding: chunked~~0~~",
                "400 | POST / HTTP/1.1~Host: a~Transfer-Encoding: gzip~~abc",
                "400 | POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~xyz~abc~0~~",
                "400 | POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~3~abcd~0~~",
                "400 | POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~-1~abcd~0~~",
                "400 | POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~FFFFFFFFF~a",
                "501 | POST / HTTP/1.1~Host: a~Transfer-Encoding: gzip, chunked~~0~~",
                "417 | POST / HTTP/1.1~Host: a~Content-Length: 3~Expect: coffee~~abc",
                "413 | POST / HTTP/1.1~Host: a~Content-Length: 65537~~abc",
                "413 | POST / HTTP/1.1~Host: a~Content-Length: 65537~Expect: 100-continue~~",
                "505 | GET / HTTP/2.0~Host: a~~",
                "505 | GET / HTTP/0.9~Host: a~~",
                "400 | GET / HTCPCP/1.0x~Host: a~~",
            })
    void refusesAndCloses(int status, String request) throws Exception {
        String answer = exchange(request.replace("~", "\r\n"));

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("connection: close");
        assertThat(HANDLED).hasValue(0);
    }

    @Test
    void tellsTheObserverWithoutAnyPartOfTheRequest() throws Exception {
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), request -> Response.of(200));
                RawClient client = RawClient.tls(server)) {
            client.send("GET /secret HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
            client.readToEnd();

            RecordingObserver.RefusedRequest refused = server.observer.nextRequest();
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.cause()).contains("one Host header").doesNotContain("secret");
        }
    }

    @Test
    void refusesBareLineFeeds() throws Exception {
        assertThat(exchange("GET / HTTP/1.1\nHost: a\n\n")).startsWith("HTTP/1.1 400");
        assertThat(exchange("GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesAFoldedLineWhateverThePiecesItComesIn() throws Exception {
        String request = "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n folded\r\n\r\n";
        try (RawClient client = RawClient.tls(SERVER)) {
            for (char each : request.toCharArray()) {
                client.send(String.valueOf(each));
            }
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void takesALineThatLooksFoldedInABody() throws Exception {
        exchange("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 6\r\n\r\na\r\n b\n");

        assertThat(HANDLED).hasValue(1);
    }

    @Test
    void refusesALongRequestLine() throws Exception {
        assertThat(exchange("GET /" + "a".repeat(9000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 414");
    }

    @Test
    void refusesALargeHeaderSection() throws Exception {
        assertThat(exchange("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(9000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(exchange("GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(3000) + "\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    /** The answer arrives although the client goes on sending: a reset would have destroyed it. */
    @Test
    void refusesALargeChunkedBodyWithAnAnswerThatArrives() throws Exception {
        String chunk = "4000\r\n" + "a".repeat(0x4000) + "\r\n";
        String answer = exchange(
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(60) + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413");
        assertThat(HANDLED).hasValue(0);
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        String answer = exchange(
                "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 65536\r\n\r\n" + "a".repeat(65536));

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void survivesRandomBytesInTheTls() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 30; i++) {
            byte[] garbage = new byte[1 + random.nextInt(2000)];
            random.nextBytes(garbage);
            try (RawClient client = RawClient.tls(SERVER)) {
                client.send(garbage).send("\r\n\r\n");
                client.socket().shutdownOutput();
                assertThat(client.readToEnd())
                        .satisfiesAnyOf(
                                answer -> assertThat(answer).isEmpty(),
                                answer -> assertThat(answer).startsWith("HTTP/1.1 4"));
            }
        }
        assertThat(exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(HANDLED).hasValue(1);
    }

    private static String exchange(String request) throws Exception {
        try (RawClient client = RawClient.tls(SERVER)) {
            return client.send(request).readToEnd();
        }
    }
}
