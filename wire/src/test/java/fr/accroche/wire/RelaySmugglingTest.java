package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two readers of one connection that could see two different requests, or answers. */
class RelaySmugglingTest {

    private static final BlockingQueue<Request> CAME = new LinkedBlockingQueue<>();
    private static final TestServer BACKEND = TestServer.start(new ClientAuthentication.None(), request -> {
        CAME.add(request);
        return Response.of(200, "text/plain", request.path());
    });
    private static final RelayBench BENCH = RelayBench.to(BACKEND.uri("/"));

    @AfterEach
    void forget() {
        CAME.clear();
    }

    @AfterAll
    static void stop() {
        BENCH.close();
        BACKEND.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 4",
                "Content-Length: 4\r\nContent-Length: 5",
                "Content-Length: 4\r\nContent-Length: 4",
                "Content-Length: 4, 4",
                "Content-Length: +4",
                "Content-Length: -1",
                "Content-Length: 0x4",
                "Content-Length : 4",
                "Content-Length:\r\n 4",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\r\n chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Content-Length: 99999999999999999999"
            })
    void relaysNothingThatTwoReadersCouldReadInTwoWays(String framing) throws Exception {
        String answers = send("POST /relay/x HTTP/1.1\r\nHost: a\r\n" + framing
                + "\r\n\r\n0\r\n\r\nGET /relay/smuggled HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(answers).matches("(?s)HTTP/1.1 (400|413|501).*").containsOnlyOnce("content-length: ");
        assertThat(CAME).isEmpty();
    }

    @Test
    void relaysNoTransferCodingOfHttp10() throws Exception {
        assertThat(send("POST /relay/x HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(CAME).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 50\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n32\r\n"})
    void takesARequestWithinABodyForTheBodyThatItIs(String framing) throws Exception {
        String inner = "GET /relay/smuggled HTTP/1.1\r\nHost: a\r\nX: aaaa\r\n\r\n";
        assertThat(inner).hasSize(50);
        String end = framing.startsWith("T") ? "\r\n0\r\n\r\n" : "";

        send("POST /relay/x HTTP/1.1\r\nHost: a\r\n" + framing + inner + end);

        assertThat(CAME).extracting(Request::path).containsExactly("/x");
        assertThat(CAME.element().text()).isEqualTo(inner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\nabc\r\n0\r\n\r\n", "3\r\nabcX0\r\n\r\n", "-3\r\nabc\r\n0\r\n\r\n", "3\nabc\r\n0\r\n\r\n"})
    void cutsOffTheServerWhereChunksAreMalformed(String body) throws Exception {
        String answer = send("POST /relay/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body);

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(CAME).isEmpty();
    }

    @Test
    void givesNobodyAnAnswerThatNobodyAskedFor() throws Exception {
        try (ScriptedServer forger = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    String ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
                    ScriptedServer.write(socket, ok + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged");
                });
                RelayBench bench = RelayBench.to(forger.uri());
                RawClient caller = bench.caller()) {
            for (int i = 0; i < 3; i++) {
                caller.send("GET /relay/x HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(caller.readThrough("\r\n\r\nok")).containsOnlyOnce("content-length: ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok!",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n\r\n"
            })
    void relaysNoAnswerThatTwoReadersCouldReadInTwoWays(String answer) throws Exception {
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, answer);
                });
                RelayBench bench = RelayBench.to(backend.uri());
                RawClient caller = bench.caller()) {
            caller.send("GET /relay/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertThat(caller.readToEnd()).startsWith("HTTP/1.1 502").containsOnlyOnce("content-length: ");
        }
    }

    private static String send(String request) throws Exception {
        try (RawClient caller = BENCH.caller()) {
            caller.send(request);
            caller.socket().shutdownOutput();
            return caller.readToEnd();
        }
    }
}
