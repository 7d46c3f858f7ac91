package fr.accroche.scenarios.cause;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.fault.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiagnosesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "diagnoses.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String rendered = DiagnosesPage.render();
        if (Boolean.getBoolean("accroche.write")) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/diagnoses.md; CONTRIBUTING.md says how to render it again")
                .isEqualTo(rendered);
    }

    @Test
    void theTableHoldsEachFaultAndNoOther() throws IOException {
        assertThat(DiagnosesTable.read().keySet())
                .containsExactlyElementsOf(Faults.ALL.stream().map(Fault::id).toList());
    }
}
