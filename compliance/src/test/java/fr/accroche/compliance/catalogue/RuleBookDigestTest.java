package fr.accroche.compliance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The version of the rules changes with what they say, and with nothing else; {@code docs/rules.md} pins today's. */
class RuleBookDigestTest {

    private static final RuleCard CARD = RuleBook.CARDS.get(0);

    @Test
    void isTheBeginningOfTheDigest() {
        assertThat(RuleBook.SHA256).matches("[0-9a-f]{64}").startsWith(RuleBook.VERSION);
        assertThat(RuleBook.VERSION).hasSize(12);
        assertThat(RuleBookDigest.of(RuleBook.CARDS)).isEqualTo(RuleBook.SHA256);
    }

    @Test
    void changesWithOneWordOfOneLanguage() {
        Text why = CARD.why();
        assertThat(RuleBookDigest.of(List.of(CARD.because(new Text(why.fr() + " !", why.en())))))
                .isNotEqualTo(RuleBookDigest.of(List.of(CARD)));
        assertThat(RuleBookDigest.of(List.of(CARD.because(new Text(why.fr(), why.en() + "!")))))
                .isNotEqualTo(RuleBookDigest.of(List.of(CARD)));
    }

    @Test
    void changesWithHowNearARuleIsToTheRealChain() {
        RuleCard other = RuleBook.CARDS.stream()
                .filter(card -> !card.likeness().equals(CARD.likeness()))
                .findFirst()
                .orElseThrow();
        assertThat(RuleBookDigest.of(List.of(CARD.likeReal(other.likeness()))))
                .isNotEqualTo(RuleBookDigest.of(List.of(CARD)));
    }

    @Test
    void changesWhenARuleGoes() {
        List<RuleCard> fewer = new ArrayList<>(RuleBook.CARDS);
        fewer.remove(CARD);
        assertThat(RuleBookDigest.of(fewer)).isNotEqualTo(RuleBook.SHA256);
    }
}
