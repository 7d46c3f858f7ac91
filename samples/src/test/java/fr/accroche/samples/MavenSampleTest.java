package fr.accroche.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A vendor's Maven project, on JUnit 5, with accroche from the repository that this build released to: its proxy is proved, then
 * found out. It needs no registry: libraries come from the repository that this build filled.
 */
class MavenSampleTest {

    private static final Path RELEASED = Path.of(System.getProperty("accroche.released"));
    private static final Pattern RULE = Pattern.compile("\\b(?!JDK)[A-Z]{3}-\\d{2}\\b");

    /** What each side tests with. */
    private static final Pattern OF_TESTS =
            Pattern.compile("(junit|opentest4j|open-test|apiguardian|assertj|byte-buddy|surefire|accroche-bom).*");

    private static Build sample;
    private static Path settings;

    @BeforeAll
    static void settings() throws IOException {
        sample = Build.of("proxy-maven");
        settings = sample.folder().resolve("settings.xml");
        String libraries =
                Path.of(System.getProperty("accroche.libraries")).toUri().toString();
        String central = "<id>central</id><url>" + libraries
                + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases>";
        Files.writeString(
                settings,
                "<settings><localRepository>" + RELEASED + "</localRepository>"
                        + "<mirrors><mirror><id>libraries</id><mirrorOf>*</mirrorOf><url>" + libraries
                        + "</url></mirror></mirrors><profiles><profile><id>libraries</id>"
                        + "<repositories><repository>" + central + "</repository></repositories>"
                        + "<pluginRepositories><pluginRepository>" + central
                        + "</pluginRepository></pluginRepositories></profile></profiles>"
                        + "<activeProfiles><activeProfile>libraries</activeProfile></activeProfiles></settings>");
    }

    private static Build.Ended maven(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("accroche.maven"), "bin", "mvn").toString(),
                "-B",
                "-s",
                settings.toString(),
                "-DargLine=-Duser.language=en",
                "test"));
        command.addAll(List.of(more));
        return sample.run(Map.of(), command);
    }

    @Test
    void provesTheProxyOnWhatWasTestedHere() throws Exception {
        Build.Ended ended = maven();

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(libraries(theirs()))
                .isEqualTo(libraries(System.getProperty("surefire.test.class.path")))
                .hasSizeGreaterThan(40)
                .noneMatch(jar -> jar.startsWith("slf4j-simple") || jar.contains("jdk15on"));
    }

    @Test
    void findsOutTheCertificateOfAnotherStructure() throws Exception {
        Build.Ended ended = maven("-Dstructure=1990000002");

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output())
                .contains("Tests run: 1, Failures: 1, Errors: 0, Skipped: 0")
                .contains("MyProxyTest.conforms:")
                .contains(" OU: 1990000002 observed, 300000000010009 expected — IDN-02");
        assertThat(RULE.matcher(ended.output()).results().map(rule -> rule.group()))
                .containsOnly("IDN-02");
    }

    /** Twenty lines would be too many to ask of a vendor. */
    @Test
    void isATestOfFifteenLines() throws IOException {
        String test = Files.readString(Path.of("proxy-maven", "src", "test", "java", "sample", "MyProxyTest.java"));

        assertThat(test.lines().dropWhile(line -> !line.equals("    @Test")).takeWhile(line -> !line.isEmpty()))
                .hasSizeBetween(5, 15);
    }

    private static String theirs() throws IOException {
        String report = Files.readString(
                sample.folder().resolve(Path.of("target", "surefire-reports", "TEST-sample.MyProxyTest.xml")));
        Matcher path = Pattern.compile("name=\"surefire.test.class.path\" value=\"([^\"]+)\"")
                .matcher(report);
        assertThat(path.find()).as(report).isTrue();
        return path.group(1);
    }

    /** File names, which hold the versions. */
    private static Set<String> libraries(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".jar"))
                .filter(name -> !OF_TESTS.matcher(name).matches() || name.startsWith("accroche-junit"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
