package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WrappingPageTest {
    private static final Path PAGE = Path.of("..", "docs", "signature-wrapping.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String rendered = WrappingPage.render();
        if (Boolean.getBoolean("accroche.write")) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/signature-wrapping.md; CONTRIBUTING.md says how to render it again")
                .isEqualTo(rendered);
    }

    @Test
    void eachSourceIsCitedInFullAndEachCitationUsed() {
        Set<String> used = WrappingCase.all().stream()
                .flatMap(attack -> Arrays.stream(attack.source().split("; ")))
                .map(source -> source.replaceFirst("[ ].*$|-\\d{4}-\\d+$", ""))
                .collect(Collectors.toSet());

        assertThat(WrappingPage.sources())
                .extracting(WrappingPage.Source::code)
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void eachCveIsExplained() {
        String explained = WrappingPage.sources().stream()
                .map(WrappingPage.Source::citation)
                .collect(Collectors.joining(" "));

        assertThat(WrappingCase.all())
                .flatExtracting(attack -> Arrays.asList(attack.source().split("; ")))
                .filteredOn(source -> source.startsWith("CVE-"))
                .allSatisfy(cve -> assertThat(explained).contains(cve));
    }
}
