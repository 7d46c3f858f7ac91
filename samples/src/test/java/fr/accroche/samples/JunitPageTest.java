package fr.accroche.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/junit.md} prints of a project is what the Maven sample holds. */
class JunitPageTest {

    private static final Path SAMPLE = Path.of("proxy-maven");
    private static final Pattern BLOCK = Pattern.compile("```(?:java|xml)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everySnippetIsInTheSample() throws IOException {
        List<String> snippets = BLOCK.matcher(Files.readString(Path.of("..", "docs", "junit.md")))
                .results()
                .map(JunitPageTest::unindented)
                .toList();
        String sample = Stream.of(
                        unindented(Files.readString(SAMPLE.resolve("pom.xml"))),
                        unindented(Files.readString(SAMPLE.resolve("src/test/java/sample/MyProxyTest.java"))))
                .collect(Collectors.joining("\n"));

        assertThat(snippets).hasSize(2).allSatisfy(snippet -> assertThat(sample).contains(snippet));
    }

    private static String unindented(MatchResult block) {
        return unindented(block.group(1));
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
