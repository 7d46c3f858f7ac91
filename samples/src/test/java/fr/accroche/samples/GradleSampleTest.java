package fr.accroche.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The same as a Gradle project, which fetches its libraries from Maven Central. Where Gradle is as old as Debian's, the words of
 * later ones that the project says are lent to it.
 */
@Tag("once")
class GradleSampleTest {

    /** To which words are lent. */
    private static final int OLD = 4;

    /** From which on all the words of the sample are known. */
    private static final int RECENT = 7;

    private static final Path WORDS = Path.of("src", "test", "resources", "older.gradle");

    private static Build sample;
    private static List<String> gradle;

    @BeforeAll
    static void gradle() throws Exception {
        boolean present = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gradle")));
        assumeTrue(present, "skipped: gradle is not installed here");
        Build.of("proxy-maven");
        sample = Build.of("proxy-gradle");
        String said = sample.run(Map.of(), List.of("gradle", "--version")).output();
        Matcher version = Pattern.compile("(?m)^Gradle (\\d+)").matcher(said);
        int major = version.find() ? Integer.parseInt(version.group(1)) : 0;
        assumeTrue(
                major == OLD || major >= RECENT,
                "skipped: the gradle installed here is neither 4 nor 7 or later, or not for this Java: " + said);
        gradle = major == OLD ? List.of("gradle", "-I", WORDS.toAbsolutePath().toString()) : List.of("gradle");
    }

    private Build.Ended test(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(gradle);
        command.addAll(List.of(
                "--no-daemon",
                "--console=plain",
                "-Paccroche.released=" + System.getProperty("accroche.released"),
                "-Duser.language=en",
                "clean",
                "test"));
        command.addAll(List.of(more));
        return sample.run(Map.of("LC_ALL", "C.UTF-8"), command);
    }

    @Test
    void provesTheProxy() throws Exception {
        Build.Ended ended = test();

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(reports()).contains("conforms", "tests=\"1\"", "skipped=\"0\"", "failures=\"0\"", "errors=\"0\"");
    }

    private static String reports() throws IOException {
        Path folder = sample.folder().resolve(Path.of("build", "test-results", "test"));
        StringBuilder all = new StringBuilder();
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (Path report : reports) {
                all.append(Files.readString(report));
            }
        }
        return all.toString();
    }

    @Test
    void findsOutTheCertificateOfAnotherStructure() throws Exception {
        Build.Ended ended = test("-Dstructure=1990000002");

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).contains("OU: 1990000002 observed, 300000000010009 expected — IDN-02");
    }
}
