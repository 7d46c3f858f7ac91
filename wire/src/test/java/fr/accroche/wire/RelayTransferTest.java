package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** Bodies far larger than what the relay may hold. */
class RelayTransferTest {

    private static final int PIECE = 64 * 1024;
    private static final int PIECES = 1600;
    private static final long SIZE = (long) PIECE * PIECES;
    private static final long HELD_AT_MOST = 8L * 1024 * 1024;

    /** Both kernels' buffers on both connections, which grow by themselves. */
    private static final long UNDER_WAY_AT_MOST = SIZE / 2;

    private final AtomicLong mostHeld = new AtomicLong();
    private final long heldBefore = held();

    @Test
    void takesAHundredMegabytesUpByteForByteAndHoldsFewOfThem() throws Exception {
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> digestBody(socket));
                RelayBench bench = RelayBench.to(backend.uri());
                RawClient caller = bench.caller()) {
            caller.send("POST /relay/up HTTP/1.1\r\nHost: a\r\nContent-Length: " + SIZE + "\r\n\r\n");
            writeBody(caller.socket().getOutputStream());

            String digest = sha256();
            assertThat(caller.readThrough(digest)).startsWith("HTTP/1.1 200 OK");
            assertThat(bench.exchange().sentSha256()).isEqualTo(digest);
            assertThat(mostHeld.get() - heldBefore).isLessThan(HELD_AT_MOST);
        }
    }

    @Test
    void takesAHundredMegabytesDownByteForByteAndHoldsFewOfThem() throws Exception {
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + SIZE + "\r\n\r\n");
                    writeBody(socket.getOutputStream());
                });
                RelayBench bench = RelayBench.to(backend.uri());
                RawClient caller = bench.caller()) {
            caller.send("GET /relay/down HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(caller.readThrough("\r\n\r\n")).contains("content-length: " + SIZE);

            assertThat(digestOf(caller.socket().getInputStream())).isEqualTo(sha256());
            assertThat(bench.exchange().end()).isEqualTo(new RelayEnd.Whole());
            assertThat(mostHeld.get() - heldBefore).isLessThan(HELD_AT_MOST);
        }
    }

    @Test
    void stopsTheServerWhenTheCallerStopsReading() throws Exception {
        AtomicLong written = new AtomicLong();
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        RelayBench.Patience patience = new RelayBench.Patience(RelayBench.SHORT, RelayBench.LONG, RelayBench.LONG);
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + SIZE + "\r\n\r\n");
                    writeUntilRefused(socket.getOutputStream(), written);
                    stopped.complete(null);
                });
                RelayBench bench = RelayBench.to(backend.uri(), patience);
                RawClient caller = bench.caller()) {
            caller.send("GET /relay/down HTTP/1.1\r\nHost: a\r\n\r\n");

            stopped.join();
            assertThat(written.get()).isLessThan(UNDER_WAY_AT_MOST);
            assertThat(bench.exchange().end()).isInstanceOf(RelayEnd.CallerFailed.class);
            assertThat(held() - heldBefore).isLessThan(HELD_AT_MOST);
        }
    }

    @Test
    void stopsAServerThatSendsInterimAnswersWithoutEnd() throws Exception {
        AtomicLong written = new AtomicLong();
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        RelayBench.Patience patience = new RelayBench.Patience(RelayBench.LONG, Duration.ofSeconds(2), RelayBench.LONG);
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    socket.setSendBufferSize(PIECE);
                    ScriptedServer.readHead(socket);
                    writeHintsUntilRefused(socket.getOutputStream(), written);
                    stopped.complete(null);
                });
                RelayBench bench = RelayBench.to(backend.uri(), patience);
                RawClient caller = bench.caller()) {
            caller.socket().setReceiveBufferSize(PIECE);
            caller.send("GET /relay/down HTTP/1.1\r\nHost: a\r\n\r\n");

            stopped.join();
            assertThat(written.get()).isLessThan(SIZE / 4);
            assertThat(held() - heldBefore).isLessThan(HELD_AT_MOST);
            assertThat(bench.exchange().end()).isInstanceOf(RelayEnd.ServerFailed.class);
        }
    }

    private static void writeHintsUntilRefused(OutputStream out, AtomicLong written) {
        byte[] hint = ("HTTP/1.1 103 Early Hints\r\nLink: </" + "a".repeat(PIECE / 2) + ">\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        try {
            while (written.addAndGet(hint.length) < SIZE) {
                out.write(hint);
            }
        } catch (IOException refused) {
            // As it should be.
        }
    }

    @Test
    void stopsTheCallerWhenTheServerStopsReading() throws Exception {
        RelayBench.Patience patience = new RelayBench.Patience(RelayBench.LONG, RelayBench.LONG, RelayBench.SHORT);
        CompletableFuture<Void> over = new CompletableFuture<>();
        try (ScriptedServer backend = ScriptedServer.start((socket, connection) -> {
                    ScriptedServer.readHead(socket);
                    over.join();
                });
                RelayBench bench = RelayBench.to(backend.uri(), patience);
                RawClient caller = bench.caller()) {
            AtomicLong written = new AtomicLong();
            caller.send("POST /relay/up HTTP/1.1\r\nHost: a\r\nContent-Length: " + SIZE + "\r\n\r\n");
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeAll(caller, written));

            assertThat(bench.exchange().end())
                    .isInstanceOfSatisfying(
                            RelayEnd.ServerFailed.class,
                            end -> assertThat(end.reason()).isEqualTo(ConnectionFailedException.Reason.TIMEOUT));
            assertThat(written.get()).isLessThan(UNDER_WAY_AT_MOST);
            assertThat(caller.readThrough("\r\n")).isEqualTo("HTTP/1.1 504 Gateway Timeout\r\n");
            over.complete(null);
            caller.socket().close();
            writing.handle((done, failure) -> done).join();
        }
    }

    private static void writeAll(RawClient caller, AtomicLong written) {
        try {
            writeUntilRefused(caller.socket().getOutputStream(), written);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void writeUntilRefused(OutputStream out, AtomicLong written) {
        try {
            for (int i = 0; i < PIECES; i++) {
                out.write(piece(i));
                written.addAndGet(PIECE);
            }
        } catch (IOException refused) {
            // As it should be.
        }
    }

    private void digestBody(SSLSocket socket) throws IOException {
        ScriptedServer.readHead(socket);
        String digest = digestOf(socket.getInputStream());
        ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + digest.length() + "\r\n\r\n" + digest);
    }

    private String digestOf(InputStream in) throws IOException {
        MessageDigest digest = newDigest();
        byte[] piece = new byte[PIECE];
        for (int i = 0; i < PIECES; i++) {
            digest.update(piece, 0, in.readNBytes(piece, 0, PIECE));
            mostHeld.accumulateAndGet(held(), Math::max);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void writeBody(OutputStream out) throws IOException {
        for (int i = 0; i < PIECES; i++) {
            out.write(piece(i));
        }
    }

    private static String sha256() {
        MessageDigest digest = newDigest();
        for (int i = 0; i < PIECES; i++) {
            digest.update(piece(i));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** No two alike, so that one lost or given twice is found out. */
    private static byte[] piece(int number) {
        byte[] piece = new byte[PIECE];
        for (int i = 0; i < PIECE; i++) {
            piece[i] = (byte) (i * 31 + number * 17 + (i >> 8));
        }
        return piece;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** By every channel of this process: what Netty has taken from the platform for buffers. */
    private static long held() {
        ByteBufAllocatorMetric metric = ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric();
        return metric.usedDirectMemory() + metric.usedHeapMemory();
    }
}
