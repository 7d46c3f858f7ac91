package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages that a change of the code makes stale. */
class PagesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @Test
    void everySettingIsExplained() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/settings.md"));

        assertThat(settings(Settings.class).map(RecordComponent::getName))
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }

    /** Those of a block and of the blocks in it. */
    private static Stream<RecordComponent> settings(Class<?> block) {
        return Stream.of(block.getRecordComponents())
                .flatMap(part -> part.getType().isRecord() ? settings(part.getType()) : Stream.of(part));
    }

    @Test
    void theTwoReadmesHoldTheSameParts() throws IOException {
        assertThat(parts("README.fr.md")).isEqualTo(parts("README.md")).hasSizeGreaterThan(20);
    }

    /** Headings by level, code blocks and table rows: what does not change with the language. */
    private static List<String> parts(String readme) throws IOException {
        return Files.readAllLines(ROOT.resolve(readme)).stream()
                .filter(line -> line.startsWith("#") || line.startsWith("```") || line.startsWith("|"))
                .map(line -> line.startsWith("|") ? "row" : line.split(" ")[0])
                .toList();
    }

    @Test
    void everySourceThatTheCodeNamesIsListed() throws IOException {
        List<String> headings = Files.readAllLines(ROOT.resolve("docs/sources.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        Pattern named = Pattern.compile("docs/sources\\.md, ([A-Za-z0-9é -]+)");
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<String> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("src/main"))
                    .flatMap(file -> named.matcher(read(file)).results())
                    .map(source -> source.group(1))
                    .toList();
            assertThat(sources)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(source -> assertThat(headings).anyMatch(source::startsWith));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replaceAll("\\s*\\n\\s*\\*\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (String page : List.of("README.md", "README.fr.md", "CONTRIBUTING.md")) {
            String text = Files.readString(ROOT.resolve(page));
            assertThat(LINK.matcher(text).results().map(link -> link.group(1)))
                    .as(page)
                    .allSatisfy(target -> assertThat(ROOT.resolve(target)).exists());
        }
    }
}
