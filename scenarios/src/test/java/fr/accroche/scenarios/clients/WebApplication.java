package fr.accroche.scenarios.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A relying party: a program of its own, with pages of its own on a port of 127.0.0.1. */
final class WebApplication implements AutoCloseable {

    private final Process process;
    private final URI uri;
    private final StringBuffer printed = new StringBuffer();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private WebApplication(Process process, int port, String sign) {
        this.process = process;
        this.uri = URI.create("http://127.0.0.1:" + port);
        Thread reader = new Thread(() -> read(sign), "printed by a client");
        reader.setDaemon(true);
        reader.start();
    }

    /** A port that was free a moment ago: where users are sent back to must be registered before anything listens there. */
    static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts one, and waits until it prints the sign that it listens.
     *
     * @param port told as {@code PORT}
     */
    static WebApplication start(
            Path folder, int port, Map<String, String> environment, List<String> command, String sign, Duration limit)
            throws Exception {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PORT", Integer.toString(port));
        WebApplication application = new WebApplication(
                Foreign.builder(folder, all, command).redirectErrorStream(true).start(), port, sign);
        boolean listens = application
                .ready
                .completeOnTimeout(false, limit.toSeconds(), TimeUnit.SECONDS)
                .get();
        if (!listens) {
            application.close();
        }
        assertThat(listens).as(application.printed()).isTrue();
        return application;
    }

    private void read(String sign) {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(line -> {
                printed.append(line).append('\n');
                if (line.contains(sign)) {
                    ready.complete(true);
                }
            });
        } catch (IOException | UncheckedIOException killed) {
            printed.append(killed);
        }
        ready.complete(false);
    }

    URI at(String path) {
        return uri.resolve(path);
    }

    /** All that it printed so far. */
    String printed() {
        return printed.toString();
    }

    @Override
    public void close() {
        Foreign.kill(process);
    }
}
