package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many exchanges at once, which wait for room at every step: a wake-up that is lost stops one of them for good. */
@Timeout(90)
class RelayStressTest {

    private static final long SEED = 20_261_127L;
    private static final int CALLERS = 24;
    private static final int ROUNDS = 3;
    private static final int SIZE = 512 * 1024;
    private static final int LARGEST_PIECE = 40_000;
    private static final int SMALL_BUFFER = 64 * 1024;
    private static final int BACKEND_THREADS = 40;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** An answer that comes before the end of its request costs both connections; the other ones are used again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bringsEveryByteBothWays(boolean bothAtOnce) throws Exception {
        try (ScriptedServer backend = ScriptedServer.startWith(
                        BACKEND_THREADS, (socket, connection) -> echo(socket, bothAtOnce, random(-connection)));
                RelayBench bench = RelayBench.withWorkers(256, backend.uri())) {
            List<Future<Void>> calls = new ArrayList<>();
            for (int caller = 1; caller <= CALLERS; caller++) {
                Random random = random(caller);
                calls.add(threads.submit(() -> call(bench, bothAtOnce, random)));
            }
            for (Future<Void> call : calls) {
                call.get(80, TimeUnit.SECONDS);
            }
            for (int exchange = 0; exchange < CALLERS * ROUNDS; exchange++) {
                assertThat(bench.exchange().end()).isEqualTo(new RelayEnd.Whole());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Random random(int of) {
        return new Random(SEED + of);
    }

    private Void call(RelayBench bench, boolean bothAtOnce, Random random) throws Exception {
        int rounds = bothAtOnce ? 1 : ROUNDS;
        for (int connection = 0; connection < ROUNDS / rounds; connection++) {
            try (RawClient caller = bench.caller()) {
                shrink(caller.socket());
                for (int round = 0; round < rounds; round++) {
                    exchange(caller, random);
                }
            }
        }
        return null;
    }

    private void exchange(RawClient caller, Random random) throws Exception {
        byte[] body = new byte[SIZE];
        random.nextBytes(body);
        Random cuts = new Random(random.nextLong());
        caller.send("POST /relay/x HTTP/1.1\r\nHost: a\r\nContent-Length: " + SIZE + "\r\n\r\n");
        Future<Void> sent = threads.submit(() -> {
            write(caller.socket().getOutputStream(), body, cuts);
            return null;
        });

        assertThat(caller.readThrough("\r\n\r\n")).startsWith("HTTP/1.1 200 OK");
        assertThat(caller.socket().getInputStream().readNBytes(SIZE)).isEqualTo(body);
        sent.get(10, TimeUnit.SECONDS);
    }

    private static void echo(SSLSocket socket, boolean atOnce, Random random) throws IOException {
        shrink(socket);
        InputStream in = socket.getInputStream();
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + SIZE + "\r\n\r\n";
        while (true) {
            ScriptedServer.readHead(socket);
            if (atOnce) {
                ScriptedServer.write(socket, head);
                for (int left = SIZE; left > 0; ) {
                    byte[] piece = in.readNBytes(Math.min(left, pieceOf(random)));
                    socket.getOutputStream().write(piece);
                    left -= piece.length;
                }
            } else {
                byte[] body = in.readNBytes(SIZE);
                ScriptedServer.write(socket, head);
                write(socket.getOutputStream(), body, random);
            }
        }
    }

    private static void write(OutputStream out, byte[] body, Random cuts) throws IOException {
        for (int from = 0; from < body.length; ) {
            int size = Math.min(body.length - from, pieceOf(cuts));
            out.write(body, from, size);
            from += size;
        }
        out.flush();
    }

    private static int pieceOf(Random random) {
        return 1 + random.nextInt(LARGEST_PIECE);
    }

    private static void shrink(Socket socket) throws IOException {
        socket.setSendBufferSize(SMALL_BUFFER);
        socket.setReceiveBufferSize(SMALL_BUFFER);
    }
}
