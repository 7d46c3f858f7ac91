package fr.accroche.compliance.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.compliance.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void whatIsNotInventedHasASource() {
        assertThatThrownBy(() -> Likeness.exact(Text.of("le chemin", "the path"), Basis.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the path");
        assertThat(Likeness.invented(Text.of("le chemin", "the path")).line().en())
                .isEqualTo("invented — the path");
    }

    @Test
    void theLineNamesTheSource() {
        Likeness likeness = Likeness.standard(
                Text.of("les refus {0}", "refusals {0}"), Basis.of("RFC 6749 §5.2", PublicSource.CI_SIS));

        assertThat(likeness.line().fr()).isEqualTo("standard — les refus {0} [CI-SIS, RFC 6749 §5.2]");
    }

    @Test
    void aCardKnowsWhatItHasALineFor() {
        FidelityCard card = FidelityCard.of("Un serveur", "A server")
                .exact(Text.of("la demande", "the request"), Basis.of(PublicSource.IHE), "TD3.1", "TD3.2")
                .invented(Text.of("la place", "the quota"));

        assertThat(card.served()).containsExactlyInAnyOrder("TD3.1", "TD3.2");
        assertThat(card.lines()).hasSize(2);
    }

    @Test
    void everyDocumentIsAmongTheSources() throws Exception {
        List<String> page = Files.readAllLines(Path.of("..", "docs", "sources.md"));

        assertThat(PublicSource.values()).allSatisfy(source -> assertThat(page).contains("## " + source.heading()));
    }
}
