package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConformancePageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/conformance.md");

    /** A test as it is written in this repository: an annotation, perhaps others, and a method that returns nothing. */
    private static final Pattern TEST =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest)\\b(?:(?!void )[\\s\\S])*?void (\\w+)\\(");

    @Test
    void thePageIsUpToDate() throws IOException {
        String rendered = ConformancePage.render();
        if (Boolean.getBoolean("accroche.write")) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/conformance.md; CONTRIBUTING.md says how to render it again")
                .isEqualTo(rendered);
    }

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        Set<String> known = new HashSet<>();
        for (Path file : testFiles()) {
            String name = file.getFileName().toString().replace(".java", "");
            Matcher tests = TEST.matcher(Files.readString(file));
            while (tests.find()) {
                known.add(name + "." + tests.group(1));
            }
        }

        assertThat(known).hasSizeGreaterThan(500);
        assertThat(ConformancePage.lines()).hasSizeGreaterThan(100).allSatisfy(line -> {
            assertThat(line.tests().isEmpty())
                    .as(line.toString())
                    .isEqualTo(!line.deviation().isEmpty());
            assertThat(known).as(line.toString()).containsAll(line.tests());
        });
    }

    @Test
    void deviationsAreToldInBothLanguages() throws IOException {
        assertThat(ConformancePage.lines())
                .filteredOn(line -> !line.deviation().isEmpty())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.deviation()).contains(" · "));
    }

    private static List<Path> testFiles() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("src/test/java"))
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .toList();
        }
    }
}
