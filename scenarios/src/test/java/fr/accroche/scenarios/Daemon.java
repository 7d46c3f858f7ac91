package fr.accroche.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * nginx or HAProxy, started in a folder of its own. Each returns to its caller once it listens, and runs on by itself.
 *
 * @param folder with what it writes
 * @param pid the file with its process ids
 */
public record Daemon(Path folder, Path pid) implements AutoCloseable {

    private static final String NGINX = """
            worker_processes %d;
            pid nginx.pid;
            error_log error.log info;
            events { }
            http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                include included.conf;
            }
            """;

    /** Starts nginx with this in its {@code http} block. */
    public static Daemon nginx(Path folder, String configuration) throws IOException, InterruptedException {
        return nginx(folder, 1, configuration);
    }

    /** The same with so many worker processes. */
    public static Daemon nginx(Path folder, int workers, String configuration)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("nginx.conf"), NGINX.formatted(workers));
        Files.writeString(folder.resolve("included.conf"), configuration);
        start(folder, "nginx", "-e", "error.log", "-p", folder.toString(), "-c", "nginx.conf");
        return new Daemon(folder, folder.resolve("nginx.pid"));
    }

    /** Starts HAProxy with this as its whole configuration. */
    public static Daemon haproxy(Path folder, String configuration) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("haproxy.cfg"), configuration);
        start(folder, "haproxy", "-D", "-p", "haproxy.pid", "-f", "haproxy.cfg");
        return new Daemon(folder, folder.resolve("haproxy.pid"));
    }

    private static void start(Path folder, String... command) throws IOException, InterruptedException {
        assumeTrue(Programs.present(command[0]), "skipped: " + command[0] + " is not installed here");
        Path output = folder.resolve("output.txt");
        Process starting = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(starting.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(starting.exitValue()).as(Files.readString(output)).isZero();
    }

    /** {@code HOST:PORT} with a port that is free. */
    public static String address() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    /** The process that was started, and its workers. */
    public List<ProcessHandle> processes() throws IOException {
        ProcessHandle first =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
        return Stream.concat(Stream.of(first), first.children()).toList();
    }

    /** What it noted up to now. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("error.log"));
    }

    @Override
    public void close() throws IOException {
        for (String id : List.of(Files.readString(pid).strip().split("\\s+"))) {
            ProcessHandle.of(Long.parseLong(id)).ifPresent(Daemon::end);
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
