package fr.accroche.compliance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.fidelity.Fidelity;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every rule says of itself. */
class RuleCardsTest {

    @Test
    void everyCardIsCompleteAndEveryIdIsUnique() {
        List<RuleCard> cards = Catalogue.ALL.stream().map(rule -> rule.card()).toList();

        assertThat(cards).extracting(RuleCard::id).doesNotHaveDuplicates().isSorted();
        assertThat(cards).allSatisfy(card -> {
            assertThat(card.title().fr()).isNotBlank().isNotEqualTo(card.title().en());
            assertThat(card.remedy().fr())
                    .isNotBlank()
                    .isNotEqualTo(card.remedy().en());
            assertThat(card.citation().place()).isNotBlank();
        });
    }

    @Test
    void everyRuleSaysHowNearItIsToTheRealThingInBothLanguages() {
        assertThat(RuleBook.CARDS).hasSizeGreaterThan(60).allSatisfy(card -> {
            Text detail = card.likeness().detail();
            assertThat(detail.fr()).as("%s", card.id()).isNotBlank().isNotEqualTo(detail.en());
            assertThat(detail.en()).as("%s", card.id()).isNotBlank();
        });
        assertThat(RuleBook.CARDS)
                .extracting(card -> card.likeness().fidelity())
                .contains(Fidelity.values());
    }

    @Test
    void everyRuleSaysWhyInBothLanguages() {
        Stream<RuleCard> cards = Stream.concat(
                Catalogue.ALL.stream().map(rule -> rule.card()),
                DeclaredRules.ALL.stream().map(rule -> rule.card()));

        assertThat(cards).allSatisfy(card -> {
            assertThat(card.why().fr())
                    .as("%s", card.id())
                    .isNotBlank()
                    .isNotEqualTo(card.why().en())
                    .isNotEqualTo(card.title().fr());
            assertThat(card.why().en())
                    .as("%s", card.id())
                    .isNotBlank()
                    .isNotEqualTo(card.title().en());
        });
    }
}
