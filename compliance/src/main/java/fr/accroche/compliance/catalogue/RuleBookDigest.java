package fr.accroche.compliance.catalogue;

import fr.accroche.compliance.exchange.Sha256;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The digest of what rules say, the same on every Java: a record's own {@code toString} promises no form. */
final class RuleBookDigest {

    private RuleBookDigest() {}

    /** Hexadecimal. */
    static String of(List<RuleCard> cards) {
        return Sha256.hex(cards.stream()
                .flatMap(RuleBookDigest::fields)
                .map(RuleBookDigest::measured)
                .collect(Collectors.joining()));
    }

    private static Stream<String> fields(RuleCard card) {
        Stream<String> words =
                Stream.of(card.id().value(), card.level().name(), card.phase().name());
        Stream<String> texts = Stream.of(
                        card.likeness().line(), card.title(), card.citation().line(), card.why(), card.remedy())
                .flatMap(RuleBookDigest::both);
        return Stream.of(words, texts, Stream.of(owners(card))).flatMap(all -> all);
    }

    private static Stream<String> both(Text text) {
        return Stream.of(text.fr(), text.en());
    }

    private static String owners(RuleCard card) {
        return card.owners().stream().map(Owner::name).collect(Collectors.joining(","));
    }

    /** With its length before it, so that no two lists of fields read the same. */
    private static String measured(String field) {
        return field.length() + ":" + field + "\n";
    }
}
