package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.ConnectionFailedException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do not keep up with their callers, or not to what they said. */
class RelayFailureTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String GET = "GET /relay/x HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String POST = "POST /relay/x HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
            })
    void cutsTheCallerOffWhereTheAnswerStalls(String part) throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        RelayBench.Patience patience = new RelayBench.Patience(RelayBench.LONG, RelayBench.LONG, RelayBench.SHORT);
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, part);
                    over.join();
                });
                RelayBench bench = RelayBench.to(backend.uri(), patience);
                RawClient caller = bench.caller()) {
            assertThat(untilCut(caller.send(GET))).startsWith("HTTP/1.1 200 OK").doesNotContain("0\r\n\r\n");

            assertFailed(bench, Reason.TIMEOUT, 200);
            over.complete(null);
        }
    }

    @Test
    void saysThatTheServerDoesNotBeginToAnswer() throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        RelayBench.Patience patience = new RelayBench.Patience(RelayBench.LONG, RelayBench.SHORT, RelayBench.LONG);
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
                    over.join();
                });
                RelayBench bench = RelayBench.to(backend.uri(), patience);
                RawClient caller = bench.caller()) {
            caller.send(GET);

            assertThat(caller.readThrough("\r\n\r\n"))
                    .startsWith("HTTP/1.1 103")
                    .contains("Link: </a>");
            assertThat(caller.readThrough("\r\n\r\n"))
                    .startsWith("HTTP/1.1 504")
                    .doesNotContain("connection: close");
            assertFailed(bench, Reason.TIMEOUT, 103);
            over.complete(null);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
            })
    void cutsTheCallerOffWhereTheServerEndsWithinItsAnswer(String part) throws Exception {
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, part);
                });
                RelayBench bench = RelayBench.to(backend.uri());
                RawClient caller = bench.caller()) {
            assertThat(untilCut(caller.send(GET))).contains("abc").doesNotContain("0\r\n\r\n");

            assertFailed(bench, Reason.BROKEN, 200);
        }
    }

    @Test
    void relaysAnAnswerThatEndsWithItsConnection() throws Exception {
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\n\r\nall of it");
                });
                RelayBench bench = RelayBench.to(backend.uri());
                RawClient caller = bench.caller()) {
            assertThat(caller.send(GET).readThrough("0\r\n\r\n"))
                    .contains("transfer-encoding: chunked")
                    .contains("all of it\r\n");

            assertThat(bench.exchange().end()).isEqualTo(new RelayEnd.Whole());
        }
    }

    /** Without close_notify anyone on the way may have cut it (RFC 9112 §9.8). */
    @Test
    void tellsAnAnswerThatWasCutOffFromOneThatEndsWithItsConnection() throws Exception {
        try (CuttingServer backend = CuttingServer.answering("HTTP/1.1 200 OK\r\n\r\nsome of it");
                RelayBench bench = RelayBench.to(backend.uri());
                RawClient caller = bench.caller()) {
            assertThat(untilCut(caller.send(GET))).contains("some of it").doesNotContain("0\r\n\r\n");

            assertFailed(bench, Reason.BROKEN, 200);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,2", "HEAD,2", "PUT,2", "DELETE,2"})
    void repeatsAnIdempotentRequestWithoutBodyWhereTheKeptConnectionEnds(String method, int connections)
            throws Exception {
        try (ScriptedServer backend = ScriptedServer.start(RelayFailureTest::oneAnswerThenALostRequest);
                RelayBench bench = RelayBench.to(backend.uri());
                RawClient caller = bench.caller()) {
            caller.send(GET).readThrough("ok");
            caller.send(method + " /relay/x HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThat(caller.readThrough("\r\n\r\n")).startsWith("HTTP/1.1 200 OK");
            assertThat(backend.connections()).isEqualTo(connections);
        }
    }

    /** With no worker to spare nothing else bounds the system's resolver. */
    @Test
    void waitsShortlyForTheConnectionThatReplacesAKeptOne() throws Exception {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        CompletableFuture<Void> over = new CompletableFuture<>();
        WireRuntime runtime = WireRuntime.start(Clock.systemUTC(), 1, host -> {
            if (!worker.complete(Thread.currentThread())) {
                over.orTimeout(20, TimeUnit.SECONDS).join();
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });
        ScriptedServer.Script script = (socket, connection) -> {
            oneAnswerThenALostRequest(socket, connection);
            untilItWaits(worker.join());
        };
        try (ScriptedServer backend =
                        ScriptedServer.start(TestAuthority.ROOT.serverNamed("dmp.example"), false, script);
                RelayBench bench = RelayBench.connectingWithinTwoSeconds(
                        runtime,
                        URI.create("https://dmp.example:" + backend.uri().getPort() + "/"));
                RawClient caller = bench.caller()) {
            caller.send(GET).readThrough("ok");
            bench.exchange();
            untilItWaits(worker.join());

            assertThat(caller.send(GET).readThrough("\r\n\r\n")).startsWith("HTTP/1.1 504");

            assertFailed(bench, Reason.TIMEOUT, 0);
            over.complete(null);
        }
    }

    /** For its next task: until then none can be given to it. */
    private static void untilItWaits(Thread worker) {
        while (worker.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void repeatsNoRequestWhoseBodyWentOn(String method) throws Exception {
        try (ScriptedServer backend = ScriptedServer.start(RelayFailureTest::oneAnswerThenALostRequest);
                RelayBench bench = RelayBench.to(backend.uri());
                RawClient caller = bench.caller()) {
            caller.send(GET).readThrough("ok");
            bench.exchange();
            caller.send(method + " /relay/x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

            assertThat(caller.readThrough("\r\n\r\n")).startsWith("HTTP/1.1 502");
            assertThat(backend.connections()).isEqualTo(1);
            assertFailed(bench, Reason.BROKEN, 0);
        }
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        try (RelayBench bench = RelayBench.to(nobody());
                RawClient caller = bench.caller()) {
            assertThat(caller.send(GET).readThrough("\r\n\r\n")).startsWith("HTTP/1.1 503");
            assertFailed(bench, Reason.UNREACHABLE, 0);
        }
    }

    private static URI nobody() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return URI.create("https://localhost:" + free.getLocalPort() + "/");
        }
    }

    @Test
    void relaysAnAnswerThatComesBeforeTheEndOfTheRequest() throws Exception {
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(
                            socket,
                            "HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");
                });
                RelayBench bench = RelayBench.to(backend.uri());
                RawClient caller = bench.caller()) {
            caller.send(POST + "abc");

            assertThat(caller.readToEnd())
                    .startsWith("HTTP/1.1 413")
                    .contains("connection: close")
                    .endsWith("no");
            assertThat(bench.exchange().end()).isEqualTo(new RelayEnd.Whole());
        }
    }

    /** Nobody can tell how much of the request is still to come, so both connections end (RFC 9112 §9.3). */
    @Test
    void saysThatAnAnswerBeforeTheEndOfTheRequestIsTheLast() throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, OK);
                    over.join();
                });
                RelayBench bench = RelayBench.to(backend.uri())) {
            try (RawClient caller = bench.caller()) {
                caller.send(POST + "abc");

                assertThat(caller.readToEnd())
                        .startsWith("HTTP/1.1 200 OK\r\n")
                        .contains("\r\nconnection: close\r\n")
                        .endsWith("\r\n\r\nok");
                assertThat(bench.exchange().end()).isEqualTo(new RelayEnd.Whole());
            }
            over.complete(null);
            try (RawClient next = bench.caller()) {
                assertThat(next.send(GET).readThrough("ok")).doesNotContain("connection: close");
                assertThat(backend.connections()).isEqualTo(2);
            }
        }
    }

    @Test
    void takesBothDirectionsAtOnce() throws Exception {
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
                    for (int i = 0; i < 10; i++) {
                        socket.getOutputStream().write(socket.getInputStream().read());
                    }
                });
                RelayBench bench = RelayBench.to(backend.uri());
                RawClient caller = bench.caller()) {
            caller.send(POST).readThrough("\r\n\r\n");
            for (String digit : "0123456789".split("")) {
                assertThat(caller.send(digit).readThrough(digit)).isEqualTo(digit);
            }

            assertThat(bench.exchange().end()).isEqualTo(new RelayEnd.Whole());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 11\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nb\r\nhello world\r\n"})
    void relaysNoAnswerThatIsTooLarge(String body) throws Exception {
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\n" + body);
                });
                RelayBench bench = RelayBench.limitedTo(10, backend.uri());
                RawClient caller = bench.caller()) {
            assertThat(untilCut(caller.send(GET.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))))
                    .doesNotContain("hello");

            assertThat(bench.exchange().end())
                    .isInstanceOfSatisfying(
                            RelayEnd.ServerFailed.class,
                            end -> assertThat(end.reason()).isEqualTo(Reason.TOO_LARGE));
        }
    }

    private static void oneAnswerThenALostRequest(SSLSocket socket, int connection) throws IOException {
        ScriptedServer.readHead(socket);
        ScriptedServer.write(socket, OK);
        if (connection == 0) {
            ScriptedServer.readHead(socket);
        }
    }

    /** What came before the connection ended, properly or not. */
    private static String untilCut(RawClient caller) {
        StringBuilder came = new StringBuilder();
        try {
            for (int next = caller.socket().getInputStream().read();
                    next >= 0;
                    next = caller.socket().getInputStream().read()) {
                came.append((char) next);
            }
        } catch (IOException cut) {
            // As it should be.
        }
        return came.toString();
    }

    private static void assertFailed(RelayBench bench, Reason reason, int status) {
        RecordingRelay exchange = bench.exchange();
        assertThat(exchange.end())
                .isInstanceOfSatisfying(
                        RelayEnd.ServerFailed.class,
                        end -> assertThat(end.reason()).isEqualTo(reason));
        assertThat(exchange.status()).isEqualTo(status);
    }
}
