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

    /** SHA-256 of all that the cards say, in both languages, hexadecimal. */
    public static final String SHA256 = RuleBookDigest.of(CARDS);

    /**
     * Which rule book this is: the first twelve digits of its digest. It changes when a rule comes, goes or says something else,
     * whatever the program's version; how a rule looks at an exchange is the program's.
     */
    public static final String VERSION = SHA256.substring(0, 12);

    private RuleBook() {}

    public static Optional<RuleCard> card(RuleId id) {
        return CARDS.stream().filter(card -> card.id().equals(id)).findFirst();
    }
}
