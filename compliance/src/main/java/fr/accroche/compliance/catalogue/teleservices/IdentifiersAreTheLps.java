package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** LPS-07: The LPS_* and LPS/* identifiers are the LPS's; the proxy never puts its own there. */
public final class IdentifiersAreTheLps implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "LPS-07",
                    Phase.BUSINESS,
                    Likeness.simplified(
                            Text.of(
                                    "le numéro attendu est public ; que le vrai service reconnaisse celui d'un proxy est déduit",
                                    "the expected number is public; that the real service recognises a proxy's is inferred"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "Les identifiants LPS_* et LPS/* sont ceux du LPS ; le proxy n'y met jamais les siens.",
                            "The LPS_* and LPS/* identifiers are the LPS's; the proxy never puts its own there."),
                    Citation.webinar(
                            "annexe « Schémas… Parcours Opérateur », architecture proxy intégré",
                            "VIHF avec LPS_ID_HOMOLOGATION_DMP = LPS_éditeur_A"),
                    Text.of(
                            "Laisser dans la requête le numéro du LPS ({expected}), ou l'y mettre si le proxy la construit : celui du proxy n'y a pas sa place.",
                            "Leave the LPS's number ({expected}) in the request, or put it there if the proxy builds it: the proxy's own has no place there."),
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Le proxy n'est jamais homologué par le CNDA : il n'a pas de numéro à donner, et son nom cacherait quel logiciel a émis la requête. C'est ce qui arrive quand il fabrique le VIHF d'après ses propres réglages.",
                            "The proxy is never homologated by the CNDA: it has no number to give, and its name would hide which software sent the request. It is what happens when it makes the VIHF from its own settings."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        return Sent.pairs(trial).flatMap(pair -> check(trial, pair)).toList();
    }

    /** Where the proxy built the request, no number left the LPS: the declared one must have come. */
    private static Stream<Finding> check(Trial trial, Sent pair) {
        return pair.builtByProxy()
                ? CARD.compare(
                        pair.received(), trial.declaredNumber(pair.received()), trial.receivedNumber(pair.received()))
                : pair.compare(CARD, Fact.LPS_NUMBER);
    }
}
