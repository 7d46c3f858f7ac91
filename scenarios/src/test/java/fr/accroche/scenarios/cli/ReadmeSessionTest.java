package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The session that opens the README is real: the same command prints every line of it, times and serial numbers apart. */
class ReadmeSessionTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.fr.md"})
    void theSessionIsWhatTheCommandPrints(String readme) throws IOException {
        List<String> session = Files.readString(Path.of("..", readme))
                .split("```(console)?\\n")[1]
                .lines()
                .toList();
        String[] arguments = session.get(0).replace("$ ./accroche ", "").split(" ");

        CommandLineRun run = CommandLineRun.in(directory, arguments);

        List<String> printed = run.out().lines().map(ReadmeSessionTest::lasting).toList();
        assertThat(session.subList(1, session.size()))
                .hasSizeGreaterThan(15)
                .filteredOn(line -> !line.equals("[…]"))
                .map(ReadmeSessionTest::lasting)
                .allSatisfy(line -> assertThat(printed).contains(line));
    }

    /** A line without what changes from run to run, and from a jar to class files. */
    private static String lasting(String line) {
        return line.replace(TestFolders.PATH + "/", ".accroche/")
                .replaceAll(" +\\d+ ms", " … ms")
                .replaceAll("[\\d.]+ s$", "… s")
                .replaceAll("certificate\\[[0-9a-f]+]", "certificate[…]")
                .replaceAll("^accroche \\S+ (rules|règles) \\S+ ", "accroche … ");
    }
}
