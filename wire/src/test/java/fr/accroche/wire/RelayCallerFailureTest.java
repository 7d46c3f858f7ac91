package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that are slow, send too much, or leave. */
class RelayCallerFailureTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String GET = "GET /relay/x HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String POST = "POST /relay/x HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n";

    @Test
    void answers408ToACallerThatStallsWithinItsBody() throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        RelayBench.Patience patience = new RelayBench.Patience(RelayBench.SHORT, RelayBench.LONG, RelayBench.LONG);
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> readToTheEnd(socket, freed));
                RelayBench bench = RelayBench.to(backend.uri(), patience);
                RawClient caller = bench.caller()) {
            assertThat(caller.send(POST + "abc").readToEnd()).startsWith("HTTP/1.1 408");

            assertThat(freed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(bench.exchange().end())
                    .isInstanceOfSatisfying(
                            RelayEnd.CallerFailed.class,
                            end -> assertThat(end.status()).isEqualTo(408));
            assertThat(bench.server().observer.toldNothing()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 11\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nb\r\nhello world\r\n"})
    void answers413ToABodyThatIsTooLarge(String body) throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> readToTheEnd(socket, freed));
                RelayBench bench = RelayBench.limitedTo(10, backend.uri());
                RawClient caller = bench.caller()) {
            assertThat(caller.send("POST /relay/x HTTP/1.1\r\nHost: a\r\n" + body)
                            .readToEnd())
                    .startsWith("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void freesTheServersConnectionWhereTheCallerLeavesWithinItsBody(boolean reset) throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    if (connection == 0) {
                        readToTheEnd(socket, freed);
                    } else {
                        ScriptedServer.readHead(socket);
                        ScriptedServer.write(socket, OK);
                    }
                });
                RelayBench bench = RelayBench.withOneConnection(backend.uri())) {
            try (RawClient caller = bench.caller()) {
                caller.send(POST + "abc");
                RecordingRelay exchange = bench.exchange();
                if (reset) {
                    reset(caller.socket());
                } else {
                    caller.socket().close();
                }

                assertThat(freed.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(exchange.end())
                        .isInstanceOfSatisfying(
                                RelayEnd.CallerFailed.class,
                                end -> assertThat(end.status()).isZero());
                assertThat(exchange.sentSha256()).isEmpty();
            }
            try (RawClient next = bench.caller()) {
                assertThat(next.send(GET).readThrough("ok")).startsWith("HTTP/1.1 200 OK");
            }
        }
    }

    @Test
    void freesTheServersConnectionWhereTheCallerLeavesBeforeItsAnswer() throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> readToTheEnd(socket, freed));
                RelayBench bench = RelayBench.to(backend.uri());
                RawClient caller = bench.caller()) {
            caller.send(POST + "0123456789");
            RecordingRelay exchange = bench.exchange();
            reset(caller.socket());

            assertThat(freed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(exchange.end()).isInstanceOf(RelayEnd.CallerFailed.class);
        }
    }

    /**
     * More bodies under way than there are workers; a few of those may be on their way home from the one before. The next body comes
     * once this one has its connection, for which few may wait at once.
     */
    @Test
    void holdsNoWorkerForABodyThatComesSlowly() throws Exception {
        int bodies = 24;
        Semaphore connected = new Semaphore(0);
        List<RawClient> slow = new ArrayList<>();
        try (ScriptedServer backend = ScriptedServer.startWith(bodies, (socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    connected.release();
                    socket.getInputStream().readNBytes(10);
                    ScriptedServer.write(socket, OK);
                });
                RelayBench bench = RelayBench.withWorkers(16, backend.uri());
                RawClient quick = bench.caller()) {
            for (int i = 0; i < bodies; i++) {
                RawClient caller = bench.caller();
                slow.add(caller);
                caller.send(POST + "abc");
                bench.exchange();
                assertThat(connected.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                assertServed(quick);
            }

            for (RawClient caller : slow) {
                assertThat(caller.send("defghij").readThrough("\r\n\r\n")).startsWith("HTTP/1.1 200");
            }
        } finally {
            for (RawClient caller : slow) {
                caller.close();
            }
        }
    }

    private static void assertServed(RawClient caller) throws IOException {
        assertThat(caller.send("HEAD /own HTTP/1.1\r\nHost: a\r\n\r\n").readThrough("\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static void readToTheEnd(SSLSocket socket, CountDownLatch ended) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } finally {
            ended.countDown();
        }
    }
}
