package fr.accroche.compliance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IdentitiesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "identities.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String rendered = IdentitiesPage.render();
        if (Boolean.getBoolean("accroche.write")) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/identities.md; CONTRIBUTING.md says how to render it again")
                .isEqualTo(rendered);
    }
}
