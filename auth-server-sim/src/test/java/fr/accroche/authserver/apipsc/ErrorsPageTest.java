package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "errors.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String rendered = ErrorsPage.render();
        if (Boolean.getBoolean("accroche.write")) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/errors.md; CONTRIBUTING.md says how to render it again")
                .isEqualTo(rendered);
    }

    @Test
    void everyErrorIsExplained() {
        assertThat(ErrorsPage.titles().keySet())
                .containsExactlyElementsOf(
                        Stream.of(WireError.values()).map(Enum::name).toList());
    }
}
