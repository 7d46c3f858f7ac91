package fr.accroche.scenarios.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MatrixPageTest {

    private static final Path PAGE = Path.of("..", "docs", "matrix.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String rendered = MatrixPage.render();
        if (Boolean.getBoolean("accroche.write")) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/matrix.md; CONTRIBUTING.md says how to render it again")
                .isEqualTo(rendered);
    }
}
