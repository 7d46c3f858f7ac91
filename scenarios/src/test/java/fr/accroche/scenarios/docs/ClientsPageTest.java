package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/clients.md} prints of a client is what the tests of that client run. */
class ClientsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "clients.md");
    private static final Pattern BLOCK = Pattern.compile("```(?:js|java|yaml|xml)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everySnippetIsWhatIsTested() throws IOException {
        List<String> snippets = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> unindented(block.group(1)))
                .toList();
        List<String> tested = Stream.of(
                        Path.of("src", "test", "clients"),
                        Path.of("..", "auth-server-sim", "src", "test", "java", "fr", "accroche", "authserver"),
                        Path.of("src", "test", "java", "fr", "accroche", "scenarios", "clients"))
                .flatMap(ClientsPageTest::files)
                .map(ClientsPageTest::read)
                .toList();

        assertThat(snippets).as("the page must hold what is tested").hasSizeGreaterThan(5);
        assertThat(snippets).allSatisfy(snippet -> assertThat(tested).anyMatch(file -> file.contains(snippet)));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return unindented(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
