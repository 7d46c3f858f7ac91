package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** LPS-11: The request has the usual form, not another one that circulates. */
public final class WrittenAsMostDo implements Rule {

    private static final RuleCard CARD = RuleCard.warning(
                    "LPS-11",
                    Phase.BUSINESS,
                    Likeness.invented(
                            Text.of(
                                    "la forme usuelle est celle des exemples publics ; que le vrai service en refuse d'autres n'est pas public",
                                    "the usual form is that of public samples; that the real service refuses others is not public")),
                    Text.of(
                            "La requête a la forme usuelle, et non une autre qui circule.",
                            "The request has the usual form, not another one that circulates."),
                    Citation.standard("docs/sources.md, DMP and INSi samples"),
                    Text.of(
                            "Écrire plutôt {expected} : trouvé {observed}. Accepté ici ; s'il y a un réglage qui le refuse, il est dans docs/settings.md.",
                            "Rather write {expected}: found {observed}. Accepted here; if there is a setting that refuses it, docs/settings.md has it."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Plusieurs orthographes, versions et codages circulent pour la même chose. On ne sait lesquels le vrai service accepte : ce que la plupart écrivent est le plus sûr.",
                            "Several spellings, versions and encodings circulate for the same thing. Which of them the real service takes is not known: what most write is the safest."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.atTeleservices().flatMap(WrittenAsMostDo::findings).toList();
    }

    private static Stream<Finding> findings(Hop hop) {
        return hop.fact(Fact.VARIANTS).stream().flatMap(noted -> {
            if (noted.value().isEmpty()) {
                return Stream.of(CARD.judge(hop, true, new Observed("—", "SOAP"), noted));
            }
            return Stream.of(noted.value().split(" \\| ")).flatMap(entry -> finding(hop, entry).stream());
        });
    }

    private static Optional<Finding> finding(Hop hop, String entry) {
        String[] parts = entry.split("=", 2);
        return Variant.named(parts[0])
                .map(variant -> CARD.judge(
                        hop,
                        false,
                        variant.usual(),
                        new Observed(variant.name(), parts.length > 1 ? parts[1] : "SOAP")));
    }
}
