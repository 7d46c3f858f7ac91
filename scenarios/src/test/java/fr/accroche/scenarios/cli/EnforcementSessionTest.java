package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.TestFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session in docs/enforcement.md is what a user gets. */
class EnforcementSessionTest {

    private static final Path PAGE = Path.of("..", "docs", "enforcement.md");

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    @Test
    void printsWhatThePageShows() throws Exception {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```console\n$ ./accroche test") + "```console\n".length();
        List<String> session =
                page.substring(begin, page.indexOf("```", begin)).lines().toList();

        CommandLineRun run = CommandLineRun.in(
                directory, session.get(0).replace("$ ./accroche ", "").split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.NON_CONFORME);
        List<String> printed =
                run.out().lines().map(EnforcementSessionTest::lasting).toList();
        assertThat(session.subList(1, session.size()))
                .hasSizeGreaterThan(8)
                .filteredOn(line -> !line.equals("[…]"))
                .map(EnforcementSessionTest::lasting)
                .allSatisfy(line -> assertThat(printed).contains(line));
    }

    /** A line without what changes from run to run. */
    private static String lasting(String line) {
        return line.replaceAll(" +\\d+ ms", " … ms").replaceAll("[\\d.]+ s$", "… s");
    }
}
