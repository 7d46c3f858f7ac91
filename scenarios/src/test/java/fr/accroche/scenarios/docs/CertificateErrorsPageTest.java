package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CertificateErrorsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "certificate-errors.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String rendered = CertificateErrorsPage.render();
        if (Boolean.getBoolean("accroche.write")) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/certificate-errors.md; CONTRIBUTING.md says how to render it again")
                .isEqualTo(rendered);
    }
}
