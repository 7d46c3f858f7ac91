package fr.accroche.scenarios.clients;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs that others wrote, each for a bounded time and with an environment of its own. */
final class Foreign {

    private Foreign() {}

    /**
     * One that ended.
     *
     * @param late whether it had to be killed
     * @param exitCode to the shell
     * @param out standard output
     * @param err standard error
     */
    record Ended(boolean late, int exitCode, String out, String err) {

        String all() {
            return out + err;
        }
    }

    /** Runs one to its end; after the limit it is killed, with what it started. */
    static Ended run(Path folder, Duration limit, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".log");
        Path err = Files.createTempFile(folder, "err", ".log");
        ProcessBuilder builder = builder(folder, environment, command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Process process = builder.start();
        boolean late = !process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
        if (late) {
            kill(process);
        }
        Ended ended = new Ended(late, process.waitFor(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return ended;
    }

    /** One that gets nothing on its standard input. */
    static ProcessBuilder builder(Path folder, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        return builder;
    }

    static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
