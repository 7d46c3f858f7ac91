package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.messages.OnOperation;
import fr.accroche.proxy.ProxyFidelity;
import fr.accroche.teleservice.OnFidelity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of fidelity, and that nothing served is missing from it; {@link PscPageTest} looks at PSC and the APIs PSC. */
class FidelityPageTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern API_PATH = Pattern.compile("^ {2}(/\\S+):$", Pattern.MULTILINE);

    @Test
    void thePageIsUpToDate() throws IOException {
        Path page = DOCS.resolve("fidelity.md");
        String rendered = FidelityPage.render();
        if (Boolean.getBoolean("accroche.write")) {
            Files.writeString(page, rendered);
        }

        assertThat(Files.readString(page))
                .as("docs/fidelity.md; CONTRIBUTING.md says how to render it again")
                .isEqualTo(rendered);
    }

    @Test
    void eachLineIsInBothLanguages() {
        assertThat(FidelityPage.CARDS).flatExtracting(FidelityCard::lines).allSatisfy(line -> {
            assertThat(line.likeness().detail().fr())
                    .isNotBlank()
                    .isNotEqualTo(line.likeness().detail().en());
            assertThat(line.likeness().detail().en()).isNotBlank();
        });
    }

    @Test
    void eachPathOfTheProxyHasALine() throws IOException {
        List<String> paths = API_PATH.matcher(Files.readString(DOCS.resolve("proxy-api.yaml")))
                .results()
                .map(MatchResult::group)
                .map(line -> line.strip().replace(":", ""))
                .toList();

        assertThat(paths).hasSizeGreaterThan(4);
        assertThat(ProxyFidelity.CARD.served()).containsAll(paths);
    }

    @Test
    void eachOperationOfTheOrdonnanceNumeriqueHasALine() {
        assertThat(OnFidelity.CARD.served())
                .containsExactlyInAnyOrderElementsOf(Stream.of(OnOperation.values())
                        .map(operation -> operation.body().getLocalPart())
                        .toList());
    }
}
