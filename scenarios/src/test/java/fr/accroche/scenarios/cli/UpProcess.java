package fr.accroche.scenarios.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code accroche up} as a process of its own, whose output is read as it comes. */
final class UpProcess implements AutoCloseable {

    private static final String END = "\0";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private UpProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "up-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** In English, on this block of ports, in this work folder. */
    static UpProcess start(Path directory, int base, Path work, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=en",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "up",
                "--ports",
                String.valueOf(base),
                "--work",
                work.toString()));
        command.addAll(List.of(more));
        return new UpProcess(new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException killed) {
            // the end, as well
        } finally {
            lines.add(END);
        }
    }

    /** What it prints until a line with these words, with that line. */
    List<String> upTo(String words) throws InterruptedException {
        List<String> read = new ArrayList<>();
        for (String line = next(); !line.equals(END); line = next()) {
            read.add(line);
            if (line.contains(words)) {
                return read;
            }
        }
        throw new AssertionError("it ended without '" + words + "': " + read);
    }

    private String next() throws InterruptedException {
        String line = lines.poll(60, TimeUnit.SECONDS);
        return line == null ? END : line;
    }

    /** Asks it to end; whether it has. */
    boolean stops() throws InterruptedException {
        process.toHandle().destroy();
        return process.waitFor(30, TimeUnit.SECONDS);
    }

    /** SIGKILL: it ends at once, whatever it does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
