package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleCard;
import java.util.Set;
import java.util.stream.Stream;

/** The forms of a request that the settings have refused: each breaks the rule of what it is a form of. */
final class RefusedForms {

    private RefusedForms() {}

    /** Those of these kinds. */
    static Stream<Finding> check(RuleCard card, Hop hop, Set<Variant> kinds) {
        return hop.fact(Fact.REFUSED_FORMS).stream()
                .flatMap(noted -> Stream.of(noted.value().split(" \\| ")))
                .map(entry -> entry.split("=", 2))
                .flatMap(parts -> Variant.named(parts[0])
                        .filter(kinds::contains)
                        .map(variant -> card.judge(
                                hop,
                                false,
                                variant.usual(),
                                new Observed(variant.name(), parts.length > 1 ? parts[1] : "SOAP")))
                        .stream());
    }
}
