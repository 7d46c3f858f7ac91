package fr.accroche.redis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Redis of the machine's package, of this test's own: it writes every change down before it answers. Registered as a static
 * extension, it is there for all tests of a class, which are left out where this machine has none.
 */
public final class RedisServer implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private Path folder;
    private int port;
    private Process process;

    /** Whether this machine has one. */
    public static boolean here() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(each -> Files.isExecutable(Path.of(each, "redis-server")));
    }

    public static RedisServer start(Path folder) {
        RedisServer server = new RedisServer();
        server.open(folder);
        return server;
    }

    @Override
    public void beforeAll(ExtensionContext tests) throws IOException {
        assumeTrue(here(), "no redis-server on this machine: Debian's package redis-server brings it");
        open(Files.createTempDirectory("redis"));
    }

    @Override
    public void afterAll(ExtensionContext tests) throws IOException {
        if (process != null) {
            close();
            try (Stream<Path> left = Files.walk(folder)) {
                left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private void open(Path in) {
        folder = in;
        port = freePort();
        start();
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    /** Starts it again, with all that it had. */
    public void start() {
        try {
            process = new ProcessBuilder(
                            "redis-server",
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--dir",
                            folder.toString(),
                            "--save",
                            "",
                            "--appendonly",
                            "yes",
                            "--appendfsync",
                            "always")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long limit = System.nanoTime() + PATIENCE_NANOS;
        while (!answers()) {
            if (System.nanoTime() > limit || !process.isAlive()) {
                throw new IllegalStateException("redis-server did not start: " + said());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("redis.log"));
        } catch (IOException unread) {
            return unread.toString();
        }
    }

    private boolean answers() {
        try {
            return does("PING");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Asks it something, as its administrator, in words without spaces; whether it says that it has done it. */
    public boolean does(String words) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            socket.setSoTimeout(500);
            socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it, as an administrator does. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
