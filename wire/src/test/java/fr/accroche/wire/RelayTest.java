package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges between well-behaved ends. */
class RelayTest {

    private static final BlockingQueue<Request> CAME = new LinkedBlockingQueue<>();
    private static final TestServer BACKEND = TestServer.start(new ClientAuthentication.None(), request -> {
        CAME.add(request);
        return request.path().equals("/status")
                ? Response.of(Integer.parseInt(request.query()))
                : Response.of(200, "text/plain", request.method() + " <" + request.text() + ">");
    });
    private static final RelayBench BENCH = RelayBench.to(BACKEND.uri("/"));

    @BeforeEach
    void forget() {
        CAME.clear();
        while (!BENCH.relayedNothing()) {
            BENCH.exchange();
        }
    }

    @AfterAll
    static void stop() {
        BENCH.close();
        BACKEND.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "REPORT"})
    void relaysABodyWithAnyMethod(String method) throws Exception {
        assertThat(answer(method + " /relay/x?y=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .endsWith("\r\n\r\n" + method + " <abc>");
        assertThat(came().target()).isEqualTo("/x?y=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void relaysNoBodyAsNone(String method) throws Exception {
        assertThat(answer(method + " /relay/x HTTP/1.1\r\nHost: a\r\n\r\n")).endsWith("\r\n\r\n" + method + " <>");
        assertThat(came().headers().all("Transfer-Encoding")).isEmpty();
    }

    @Test
    void relaysChunksAndDropsTheirExtensionsAndTrailers() throws Exception {
        String request = "POST /relay/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n";

        assertThat(answer(request)).endsWith("\r\n\r\nPOST <abcde>");
        Headers came = came().headers();
        assertThat(came.all("Transfer-Encoding")).containsExactly("chunked");
        assertThat(came.all("X-Trailer")).isEmpty();
    }

    @Test
    void keepsTheCallersConnectionAndAnswersPipelinedRequestsInOrder() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            String path = i % 3 == 0 ? "/own" : i % 3 == 1 ? "/no" : "/relay/x";
            all.append("POST ").append(path).append(" HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n");
            all.append(10 + i);
        }
        all.append("GET /relay/last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        try (RawClient caller = BENCH.caller()) {
            String answers = caller.send(all.toString()).readToEnd();

            int from = 0;
            for (int i = 0; i < 30; i++) {
                String answer = i % 3 == 0 ? "own " + (10 + i) : i % 3 == 1 ? "no" : "POST <" + (10 + i) + ">";
                from = answers.indexOf("\r\n\r\n" + answer, from);
                assertThat(from).as("answer " + i).isPositive();
            }
            assertThat(answers).endsWith("GET <>").containsOnlyOnce("connection: close");
        }
    }

    @Test
    void relaysABodyThatComesByteByByte() throws Exception {
        try (RawClient caller = BENCH.caller()) {
            caller.send("POST /relay/x HTTP/1.1\r\nHost: a\r\nContent-Length: 40\r\n\r\n");
            for (int i = 0; i < 40; i++) {
                caller.send("x");
            }

            assertThat(caller.readThrough(">")).endsWith("POST <" + "x".repeat(40) + ">");
        }
    }

    @Test
    void answersHeadWithTheLengthAndNoBody() throws Exception {
        try (RawClient caller = BENCH.caller()) {
            String head =
                    caller.send("HEAD /relay/x HTTP/1.1\r\nHost: a\r\n\r\n").readThrough("\r\n\r\n");
            String next = caller.send("GET /relay/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    .readToEnd();

            assertThat(head).startsWith("HTTP/1.1 200 OK").contains("content-length: 7");
            assertThat(next).startsWith("HTTP/1.1 200 OK").endsWith("GET <>");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void relaysAnswersThatHaveNoBody(int status) throws Exception {
        try (RawClient caller = BENCH.caller()) {
            String first = caller.send("GET /relay/status?" + status + " HTTP/1.1\r\nHost: a\r\n\r\n")
                    .readThrough("\r\n\r\n");
            String next = caller.send("GET /relay/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    .readToEnd();

            assertThat(first).startsWith("HTTP/1.1 " + status).doesNotContain("transfer-encoding");
            assertThat(next).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void asksForTheBodyOnceItIsDecidedThatItGoesOn() throws Exception {
        try (RawClient caller = BENCH.caller()) {
            caller.send("POST /relay/x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            assertThat(caller.readThrough("\r\n\r\n")).startsWith("HTTP/1.1 100 Continue");
            caller.send("abc");

            assertThat(caller.readThrough(">")).startsWith("HTTP/1.1 200 OK").endsWith("POST <abc>");
        }
    }

    @Test
    void asksForNoBodyThatItRefuses() throws Exception {
        String refusal = answer("POST /no HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");

        assertThat(refusal).startsWith("HTTP/1.1 401").contains("connection: close");
    }

    @Test
    void goesOnAfterARefusalOfASmallBodyThatComesLater() throws Exception {
        try (RawClient caller = BENCH.caller()) {
            caller.send("POST /no HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n");
            assertThat(caller.readThrough("\r\n\r\nno"))
                    .startsWith("HTTP/1.1 401")
                    .doesNotContain("connection: close");
            caller.send("abcGET /relay/x HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThat(caller.readThrough(">")).startsWith("HTTP/1.1 200 OK").endsWith("GET <>");
        }
    }

    @Test
    void endsTheConnectionAfterARefusalOfALargeBody() throws Exception {
        assertThat(answer("POST /no HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"))
                .startsWith("HTTP/1.1 401")
                .contains("connection: close");
    }

    @Test
    void answers500WhenTheDecisionThrows() throws Exception {
        assertThat(answer("GET /broken HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 500")
                .doesNotContain("secret");
    }

    @Test
    void answersHttp10CallersInTheirWay() throws Exception {
        assertThat(answer("POST /relay/x HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc"))
                .startsWith("HTTP/1.1 200 OK")
                .contains("connection: close")
                .doesNotContain("transfer-encoding")
                .endsWith("POST <abc>");
    }

    @Test
    void answersARequestThatCameWithTheEndOfTheInput() throws Exception {
        try (RawClient caller = BENCH.caller()) {
            caller.send("POST /relay/x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
            caller.socket().shutdownOutput();

            assertThat(caller.readToEnd()).endsWith("POST <abc>");
        }
    }

    @Test
    void notesTheDigestOfWhatWentOn() throws Exception {
        answer("POST /relay/x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

        RecordingRelay exchange = BENCH.exchange();
        assertThat(exchange.end()).isEqualTo(new RelayEnd.Whole());
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.sentSha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void servesManyCallersAtOnceEachWithItsOwn() {
        CompletableFuture<?>[] callers = new CompletableFuture<?>[40];
        for (int i = 0; i < callers.length; i++) {
            String body = "body " + i;
            callers[i] = CompletableFuture.runAsync(() -> exchangesOf(body));
        }
        CompletableFuture.allOf(callers).join();
    }

    private static void exchangesOf(String body) {
        try (RawClient caller = BENCH.caller()) {
            for (int i = 0; i < 10; i++) {
                caller.send(
                        "POST /relay/x HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
                assertThat(caller.readThrough(">")).endsWith("\r\n\r\nPOST <" + body + ">");
            }
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Request came() throws InterruptedException {
        return CAME.take();
    }

    /** To a request after which nothing more comes. */
    private static String answer(String request) throws Exception {
        try (RawClient caller = BENCH.caller()) {
            caller.send(request);
            caller.socket().shutdownOutput();
            return caller.readToEnd();
        }
    }
}
