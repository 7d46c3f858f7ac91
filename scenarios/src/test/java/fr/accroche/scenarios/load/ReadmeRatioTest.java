package fr.accroche.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the READMEs say of the proxy's speed is what was measured last. */
class ReadmeRatioTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.fr.md"})
    void theReadmeRepeatsThePage(String readme) throws IOException {
        assertThat(ReadmeRatio.of(ROOT.resolve(readme))).isEqualTo(ReadmeRatio.of(ROOT.resolve("docs/load.md")));
    }
}
