package fr.accroche.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.rule.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SuitePageTest {

    private static final Path PAGE = Path.of("..", "docs", "proxy-suite.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String rendered = SuitePage.render();
        if (Boolean.getBoolean("accroche.write")) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/proxy-suite.md; CONTRIBUTING.md says how to render it again")
                .isEqualTo(rendered);
    }

    @Test
    void everyCaseIsNamedOnceAndSaysWhyItOnlyWarns() {
        assertThat(ProxyCases.ALL)
                .extracting(ProxyCase::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z-]+"));
        assertThat(ProxyCases.ALL)
                .filteredOn(each -> each.level().broken() == Status.WARNING)
                .allSatisfy(each -> assertThat(each.why().fr()).isNotEmpty());
    }
}
