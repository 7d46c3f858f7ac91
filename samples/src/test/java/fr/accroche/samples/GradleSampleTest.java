package fr.accroche.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same as a Gradle project; run where a Gradle 8 or newer is installed, which Debian and Maven Central do not have. */
class GradleSampleTest {

    private static final int OLDEST = 8;

    private Build sample;

    @BeforeEach
    void gradle() throws Exception {
        boolean present = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gradle")));
        assumeTrue(present, "skipped: gradle is not installed here");
        Build.of("proxy-maven");
        sample = Build.of("proxy-gradle");
        Matcher version = Pattern.compile("Gradle (\\d+)")
                .matcher(sample.run(Map.of(), List.of("gradle", "--version")).output());
        boolean recent = version.find() && Integer.parseInt(version.group(1)) >= OLDEST;
        assumeTrue(recent, "skipped: the gradle installed here is older than " + OLDEST);
    }

    private Build.Ended test(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "gradle",
                "--no-daemon",
                "--console=plain",
                "-Paccroche.released=" + System.getProperty("accroche.released"),
                "-Duser.language=en",
                "test"));
        command.addAll(List.of(more));
        return sample.run(Map.of(), command);
    }

    @Test
    void provesTheProxy() throws Exception {
        Build.Ended ended = test();

        assertThat(ended.exitCode()).as(ended.output()).isZero();
    }

    @Test
    void findsOutTheCertificateOfAnotherStructure() throws Exception {
        Build.Ended ended = test("-Dstructure=1990000002");

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).contains("OU: 1990000002 observed, 300000000010009 expected — IDN-02");
    }
}
