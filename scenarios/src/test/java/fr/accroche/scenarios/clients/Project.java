package fr.accroche.scenarios.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.scenarios.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of a client's sources under {@code target}, whose libraries come from a registry. */
record Project(String name, Path folder) {

    /** What the installers print where no registry answers, or it has not what is asked; never of a wrong project. */
    private static final Pattern NO_REGISTRY = Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT"
            + "|ERR_SOCKET_TIMEOUT|ENOTCACHED|npm (error|ERR!) code E[345]\\d\\d"
            + "|Could not transfer artifact|Could not find artifact|Cannot access .* in offline mode"
            + "|Non-resolvable parent POM");

    private static final Path SOURCES = Path.of("src", "test", "clients");

    /** Fetches what the lock names, and runs nothing of it. */
    static final List<String> NPM = List.of(
            "npm",
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--prefer-offline",
            "--fetch-retries=0",
            "--fetch-timeout=20000");

    /** The Maven that runs these tests, or another where they are run without. */
    static String maven() {
        String home = System.getProperty("accroche.maven", "");
        Path own = Path.of(home, "bin", "mvn");
        String program = home.isEmpty() || !Files.isExecutable(own) ? "mvn" : own.toString();
        assumeTrue(!program.equals("mvn") || Programs.present("mvn"), "skipped: mvn is not installed here");
        return program;
    }

    /** Copies what is in {@code src/test/clients/NAME}, over what an earlier run left. */
    static Project copied(String name) throws IOException {
        return copied(name, Path.of("target", "clients", name).toAbsolutePath());
    }

    /** The same elsewhere. */
    static Project copied(String name, Path to) throws IOException {
        Path from = SOURCES.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new Project(name, to);
    }

    /** Fetches the libraries; the test is skipped where there is no registry to fetch from. */
    void install(Duration limit, List<String> command) throws IOException, InterruptedException {
        install(limit, Map.of(), command);
    }

    /** The same in an environment. */
    void install(Duration limit, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Foreign.Ended ended = Foreign.run(folder, limit, environment, command);
        boolean missing = ended.late()
                || ended.exitCode() != 0 && NO_REGISTRY.matcher(ended.all()).find();
        assumeFalse(missing, "skipped: no registry gave the libraries of the client " + name);
        assertThat(ended.exitCode()).as(ended.all()).isZero();
    }
}
