package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The figures of {@code docs/load.md} about signed assertions are of one run, and agree with each other. */
class SignatureLoadPageTest {
    @Test
    void thePageSaysWhatItsFiguresSay() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "load.md"));

        assertThat(page)
                .as("docs/load.md; SignatureLoad writes its part")
                .contains(SignatureLoadPage.in(page).section());
    }
}
