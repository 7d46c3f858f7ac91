package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other programs: OpenSSL, and this one in another process. */
public final class Processes {

    private Processes() {}

    /** A program that ended. */
    public record Ended(int code, String output) {}

    static Ended run(List<String> command) throws IOException, InterruptedException {
        return end(start(command));
    }

    /** The same in a folder. */
    public static Ended run(Path folder, List<String> command) throws IOException, InterruptedException {
        return end(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start());
    }

    /** What a program says of its version; empty where it is missing. */
    static String version(String program) {
        try {
            return run(List.of(program, "version")).output().strip();
        } catch (IOException absent) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    static Ended end(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readNBytes(1 << 20), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    /** Starts {@link OtherRun} on this class path, with or without Bouncy Castle. */
    static Process startOtherRun(boolean bouncyCastle, Path folder, Path answer) throws IOException {
        String classPath =
                bouncyCastle ? System.getProperty("java.class.path") : home(TestIgc.class) + home(OtherRun.class);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp"));
        command.addAll(List.of(classPath, OtherRun.class.getName(), folder.toString(), answer.toString()));
        return start(command);
    }

    private static String home(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                + System.getProperty("path.separator");
    }
}
