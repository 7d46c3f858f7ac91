package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.scenarios.report.rules.RuleSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The page of the rules, and that no rule is missing from the code, the page, the sources or the faults. */
class RulesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "rules.md");

    private static final Map<String, RuleSheet> SHEETS = RuleSheet.all().stream()
            .collect(Collectors.toMap(sheet -> sheet.card().id().value(), Function.identity()));

    @Test
    void thePageIsUpToDate() throws IOException {
        String rendered = RulesPage.render();
        if (Boolean.getBoolean("accroche.write")) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/rules.md; CONTRIBUTING.md says how to render it again")
                .isEqualTo(rendered);
    }

    /** {@code rules.psv} lists the rules of the chain: a rule that is added there must be written, cited and broken. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "rules.psv", delimiter = '|', numLinesToSkip = 1)
    void everyRuleHasCodeACitationAndAFault(String id, String level) {
        assertThat(SHEETS.keySet()).contains(id);
        RuleCard card = SHEETS.get(id).card();

        assertThat(card.level().name().toLowerCase(Locale.ROOT)).isEqualTo(level);
        assertThat(card.citation().place()).isNotBlank();
        assertThat(card.citation().quote().isBlank())
                .as("a quote, unless it is a public standard")
                .isEqualTo(card.citation().document().en().equals("standard"));
        assertThat(SHEETS.get(id).exchanges().size()
                        + SHEETS.get(id).declarations().size())
                .as("faults that break it")
                .isPositive();
    }

    @Test
    void noRuleIsInTheCodeOnly() throws IOException {
        Path list = Path.of("src/test/resources/fr/accroche/scenarios/docs/rules.psv");

        assertThat(Files.readAllLines(list).stream().skip(1).map(line -> line.split("\\|")[0]))
                .containsExactlyInAnyOrderElementsOf(SHEETS.keySet());
    }
}
