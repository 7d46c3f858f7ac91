package fr.accroche.scenarios.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of {@link ProxyProgram}, with the options that {@code ./accroche} starts a JVM with. */
final class ProxyJvm implements AutoCloseable {

    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-Dio.netty.jfr.enabled=false", "-Dfile.encoding=UTF-8");

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;
    private final URI uri;

    private ProxyJvm(Process process) throws IOException {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.uri = URI.create(answer());
    }

    /**
     * @param java the home of the JDK that runs it
     */
    static ProxyJvm start(Path java, ProxyArguments arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin/java").toString());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(ProxyProgram.class.getName());
        command.addAll(arguments.line());
        return new ProxyJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    URI uri() {
        return uri;
    }

    Usage.Of usage() {
        return new Usage.Of(List.of(process.toHandle()));
    }

    /** From now on, until {@link #keep}. */
    void record() throws IOException {
        orders.println(ProxyProgram.RECORD);
        answer();
    }

    /** What was recorded, as a file. */
    void keep(Path recording) throws IOException {
        orders.println(recording);
        answer();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the proxy's process ended; its own words are above");
        }
        return line;
    }

    @Override
    public void close() {
        orders.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
