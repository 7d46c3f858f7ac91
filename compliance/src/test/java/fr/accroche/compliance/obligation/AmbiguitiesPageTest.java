package fr.accroche.compliance.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AmbiguitiesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "ambiguities.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String rendered = AmbiguitiesPage.render();
        if (Boolean.getBoolean("accroche.write")) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/ambiguities.md; CONTRIBUTING.md says how to render it again")
                .isEqualTo(rendered);
    }
}
