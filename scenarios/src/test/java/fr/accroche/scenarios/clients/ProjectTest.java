package fr.accroche.scenarios.clients;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.scenarios.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** A client whose libraries cannot be had is skipped with a line; one that is wrong is not. */
@Tag("once")
class ProjectTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void skipsWhereNoRegistryAnswersNpm() throws Exception {
        assumeTrue(Programs.present("npm"), "skipped: npm is not installed here");
        String nobody = "http://127.0.0.1:" + WebApplication.port();
        Project project = Project.copied("node", folder.resolve("node"));

        assertThatThrownBy(() -> project.install(LIMIT, fresh(nobody), Project.NPM))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("skipped: no registry gave the libraries of the client node");
    }

    @Test
    void failsWhereTheLockIsNotThePackages() throws Exception {
        assumeTrue(Programs.present("npm"), "skipped: npm is not installed here");
        Project project = Project.copied("node", folder.resolve("node"));
        Path packages = project.folder().resolve("package.json");
        Files.writeString(
                packages, Files.readString(packages).replaceFirst("\"undici\": \"[^\"]+\"", "\"undici\": \"5.0.0\""));

        assertThatThrownBy(() -> project.install(LIMIT, Project.NPM)).isInstanceOf(AssertionError.class);
    }

    @Test
    void skipsWhereNoRegistryAnswersMaven() throws Exception {
        Project project = Project.copied("spring", folder.resolve("spring"));
        List<String> command =
                List.of(Project.maven(), "-B", "-q", "-o", "-Dmaven.repo.local=" + folder.resolve("empty"), "package");

        assertThatThrownBy(() -> project.install(LIMIT, command))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("skipped: no registry gave the libraries of the client spring");
    }

    private Map<String, String> fresh(String registry) {
        return Map.of(
                "npm_config_registry",
                registry,
                "npm_config_cache",
                folder.resolve("cache").toString());
    }
}
