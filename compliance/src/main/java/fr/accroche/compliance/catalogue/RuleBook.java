package fr.accroche.compliance.catalogue;

import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.RuleId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every rule there is, whether it judges declarations, exchanges or both. */
public final class RuleBook {

    /** By id. */
    public static final List<RuleCard> CARDS = Stream.concat(
                    Catalogue.ALL.stream().map(Rule::card),
                    DeclaredRules.ALL.stream().map(DeclaredRule::card))
            .distinct()
            .sorted(Comparator.comparing(RuleCard::id))
            .toList();

    private RuleBook() {}

    public static Optional<RuleCard> card(RuleId id) {
        return CARDS.stream().filter(card -> card.id().equals(id)).findFirst();
    }
}
