package fr.accroche.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The release of this build, unpacked by tar in a folder whose name has a space.
 *
 * @param home what it unpacked to
 */
record Unpacked(Path home) {

    static final Path TARGET = Path.of("target").toAbsolutePath();
    static final String NAME = "accroche-" + System.getProperty("accroche.version");

    /** Keys that other tests have made, or the first of these: small, for speed. */
    private static final Path WORK =
            Path.of("../scenarios/target/work").toAbsolutePath().normalize();

    /**
     * A program that ended.
     *
     * @param exitCode to the shell
     * @param printed standard output and standard error
     */
    record Ended(int exitCode, String printed) {}

    static Unpacked in(Path folder) throws IOException, InterruptedException {
        Path target = Files.createDirectories(folder.resolve("a folder"));
        Ended tar = run(
                target, Map.of(), "tar", "xzf", TARGET.resolve(NAME + ".tar.gz").toString());
        assertThat(tar.exitCode()).as(tar.printed()).isZero();
        return new Unpacked(target.resolve(NAME));
    }

    String launcher() {
        return home.resolve("accroche").toString();
    }

    /** What {@code accroche test} needs to use those keys. */
    static List<String> keys() {
        return List.of("--work", WORK.toString());
    }

    /** With the Java of this test, and these variables; a null takes one away. */
    static Ended run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), printed);
    }

    static String[] words(String first, String second, Stream<String> more) {
        return Stream.concat(Stream.of(first, second), more).toArray(String[]::new);
    }
}
