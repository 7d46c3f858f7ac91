package fr.accroche.samples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A vendor's project: a copy under {@code target}, outside this build, and what its own build tool says of it. */
record Build(Path folder) {

    private static final long LIMIT_SECONDS = 240;

    /**
     * One that ended.
     *
     * @param exitCode to the shell
     * @param output what it printed
     */
    record Ended(int exitCode, String output) {}

    /** Copies the sample's sources, and none of what was built of it. */
    static Build of(String sample) throws IOException {
        Path from = Path.of(sample);
        Path to = Path.of("target", "projects", sample).toAbsolutePath();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !from.relativize(file).startsWith("target"))
                    .toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new Build(to);
    }

    /** Runs the tool in it; where it does not end, the test fails. */
    Ended run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("not ended in " + LIMIT_SECONDS + " s:\n" + Files.readString(output));
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }
}
