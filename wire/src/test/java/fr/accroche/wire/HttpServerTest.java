package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpServerTest {

    private static final TestServer SERVER = TestServer.start(new ClientAuthentication.None(), HttpServerTest::echo);

    /** Method, target and body, each as it came. */
    private static Response echo(Request request) throws Exception {
        if (request.path().equals("/throws")) {
            throw new IllegalStateException("a secret of ours");
        }
        if (request.path().equals("/null")) {
            return null;
        }
        if (request.path().equals("/splits")) {
            return Response.of(200).with("X-Split", "a\r\nSet-Cookie: b");
        }
        if (request.path().equals("/nothing")) {
            return new Response(204, Headers.EMPTY, "ignored".getBytes(StandardCharsets.UTF_8));
        }
        return Response.of(200, "text/plain", request.method() + " " + request.target() + " <" + request.text() + ">")
                .with("Content-Length", "999")
                .with("Connection", "upgrade");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void keepsTheConnectionAndAnswersInOrderWhenRequestsArePipelined() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            all.append("POST /").append(i).append(" HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx");
        }
        all.append("GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        try (RawClient client = RawClient.tls(SERVER)) {
            String answers = client.send(all.toString()).readToEnd();

            int from = 0;
            for (int i = 0; i < 50; i++) {
                from = answers.indexOf("POST /" + i + " <x>", from);
                assertThat(from).as("answer " + i).isPositive();
            }
            assertThat(answers).endsWith("GET /last <>").containsOnlyOnce("connection: close");
        }
    }

    @Test
    void readsNothingMoreWhileARequestIsWithItsHandler() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Handler slow = request -> {
            if (request.path().equals("/slow")) {
                first.countDown();
                go.await();
            }
            return Response.of(200, "text/plain", request.path() + ";");
        };
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), slow);
                RawClient client = RawClient.tls(server)) {
            client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
            first.await();
            client.send("GET /fast HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            go.countDown();

            assertThat(client.readToEnd()).containsSubsequence("/slow;", "/fast;");
        }
    }

    @Test
    void refusesAPipelinedRequestInItsTurn() throws Exception {
        String answers =
                exchange("GET /good HTTP/1.1\r\nHost: a\r\n\r\nGET /bad HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n");

        assertThat(answers).containsSubsequence("HTTP/1.1 200", "GET /good <>", "HTTP/1.1 400");
    }

    @Test
    void answersHeadWithTheLengthAndNoBody() throws Exception {
        String answer = exchange("HEAD /h HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("content-length: 10\r\n").endsWith("\r\n\r\n");
    }

    @Test
    void writesItsOwnFramingWhateverTheHandlerSays() throws Exception {
        String answer = exchange("GET /f HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotContain("999").doesNotContain("upgrade").contains("\r\ndate: ");
    }

    @Test
    void answers204WithoutBodyOrLength() throws Exception {
        String answer = exchange("GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 204")
                .doesNotContain("content-length")
                .endsWith("\r\n\r\n");
    }

    @Test
    void readsChunkedBodies() throws Exception {
        String answer =
                exchange("POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        + "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: z\r\n\r\n");

        assertThat(answer).endsWith("POST /c <abcde>");
    }

    @Test
    void sends100BeforeTheBodyToAClientThatWaitsForIt() throws Exception {
        try (RawClient client = RawClient.tls(SERVER)) {
            client.send("POST /e HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.readThrough("\r\n\r\n")).startsWith("HTTP/1.1 100 Continue");
            client.send("ok");

            assertThat(client.readThrough("<ok>")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void closesAfterAnHttp10RequestUnlessAskedToKeepOn() throws Exception {
        assertThat(exchange("GET /10 HTTP/1.0\r\n\r\n")).endsWith("GET /10 <>");

        try (RawClient client = RawClient.tls(SERVER)) {
            client.send("GET /10 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            assertThat(client.readThrough("<>")).contains("connection: keep-alive");
            client.send("GET /again HTTP/1.0\r\n\r\n");
            assertThat(client.readToEnd()).endsWith("GET /again <>");
        }
    }

    @Test
    void takesEmptyLinesBeforeARequest() throws Exception {
        assertThat(exchange("\r\n\r\nGET /e HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .endsWith("GET /e <>");
    }

    @Test
    void turnsTheAbsoluteFormIntoTheOriginForm() throws Exception {
        assertThat(exchange("GET https://a:1/p?q HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .endsWith("GET /p?q <>");
        assertThat(exchange("GET HTTP://a?q HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .endsWith("GET /?q <>");
        assertThat(exchange("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .endsWith("OPTIONS * <>");
    }

    @ParameterizedTest
    @CsvSource({"/throws", "/null", "/splits"})
    void answers500WithoutDetailAndTellsTheObserver(String path) throws Exception {
        String answer = exchange("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 500")
                .contains("application/problem+json")
                .doesNotContain("secret")
                .doesNotContain("Set-Cookie");
        assertThat(SERVER.observer.nextHandler().request()).hasToString("GET " + path);
    }

    @Test
    void keepsTheConnectionAfterA500() throws Exception {
        try (RawClient client = RawClient.tls(SERVER)) {
            client.send("GET /throws HTTP/1.1\r\nHost: a\r\n\r\n");
            client.readThrough("\"status\":500}");
            client.send("GET /after HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThat(client.readThrough("/after <>")).startsWith("HTTP/1.1 200");
            assertThat(SERVER.observer.nextHandler().failure()).hasMessage("a secret of ours");
        }
    }

    private static String exchange(String request) throws Exception {
        try (RawClient client = RawClient.tls(SERVER)) {
            return client.send(request).readToEnd();
        }
    }
}
