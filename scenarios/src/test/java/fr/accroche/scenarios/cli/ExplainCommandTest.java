package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.scenarios.text.Spoken;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainCommandTest {

    @TempDir
    private Path directory;

    static Stream<String> ids() {
        return RuleBook.CARDS.stream().map(RuleCard::id).map(id -> id.value());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyRuleIsExplainedInFull(String id) {
        CommandLineRun english = CommandLineRun.in(directory, "explain", id);
        CommandLineRun french = CommandLineRun.in(directory, "explain", id, "--lang", "fr");

        assertThat(english.exitCode()).isZero();
        assertThat(english.out())
                .startsWith(id + "  ")
                .containsSubsequence("level", "source", "fidelity", "why", "example", "remedy", "by")
                .doesNotContain("{expected}", "{observed}", "{0}");
        assertThat(french.out())
                .startsWith(id + "  ")
                .containsSubsequence("niveau", "source", "fidélité", "pourquoi", "exemple", "remède", "par")
                .isNotEqualTo(english.out());
        Spoken.ENGLISH.only(english.out());
        Spoken.FRENCH.only(french.out());
    }

    @Test
    void quotesTheSourceAndShowsWhatBreaksIt() {
        assertThat(CommandLineRun.in(directory, "explain", "arc-03").out())
                .contains("composant technique sans interface utilisateur", "- ui: false", "+ ui: true");
        assertThat(CommandLineRun.in(directory, "explain", "IDN-02").out())
                .contains("accroche test --fault certificate-ou-of-lps-operator");
    }

    @Test
    void aFamilyIsAllItsRules() {
        assertThat(CommandLineRun.in(directory, "explain", "CRD").out().lines())
                .filteredOn(line -> line.matches("CRD-\\d\\d  .*"))
                .hasSize(6);
    }

    @Test
    void withoutARuleItListsThemAll() {
        assertThat(CommandLineRun.in(directory, "explain").out().lines()).hasSize(RuleBook.CARDS.size());
    }

    @ParameterizedTest
    @CsvSource({"IDN-99", "nonsense", "IDN-02 XXX-01"})
    void anUnknownRuleIsSaidSo(String ids) {
        CommandLineRun run = CommandLineRun.in(directory, ("explain " + ids).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no rule, no family, no case of the suite");
        assertThat(run.out()).isEmpty();
    }
}
