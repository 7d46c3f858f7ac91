package fr.accroche.compliance.cause;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** What nothing more is known of: the rule's own words, one cause for each rule. */
final class FromTheCard implements Recogniser {

    private static final Text NOT_HELD =
            Text.of("Cette exigence n'est pas tenue : {0}", "This requirement is not held: {0}");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        return Clues.by(clues.broken().stream(), Finding::rule).stream()
                .map(FromTheCard::suspicion)
                .toList();
    }

    private static Suspicion suspicion(List<Finding> findings) {
        Finding telling = findings.get(0);
        RuleCard card = card(telling.rule());
        return new Suspicion(
                Field.of(telling.observed()),
                telling,
                card.owners().get(0),
                NOT_HELD.with(card.title()),
                card.remedyFor(telling),
                findings);
    }

    private static RuleCard card(RuleId rule) {
        return RuleBook.card(rule).orElseThrow(() -> new IllegalStateException(rule + " is in no rule book"));
    }
}
