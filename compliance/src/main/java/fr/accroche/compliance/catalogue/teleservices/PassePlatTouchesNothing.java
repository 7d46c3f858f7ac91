package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** LPS-06: In passe-plat the business request arrives byte for byte as the LPS sent it. */
public final class PassePlatTouchesNothing implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "LPS-06",
                    Phase.BUSINESS,
                    Text.of(
                            "En passe-plat, la requête métier arrive octet pour octet comme le LPS l'a émise.",
                            "In passe-plat the business request arrives byte for byte as the LPS sent it."),
                    Citation.webinar(
                            "annexe « 2 type de Proxies »",
                            "Ils transfèrent les requêtes métiers générées par le LPS telles quelles."),
                    Text.of(
                            "Transmettre le corps reçu sans l'analyser ni le réécrire, ou déclarer le proxy « métier ».",
                            "Forward the body as received, neither parsed nor rewritten, or declare the proxy as 'métier'."),
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Analyser puis réécrire le XML peut casser la signature du VIHF ou perdre les pièces jointes MTOM, sans erreur visible côté proxy. Et un proxy qui peut modifier une requête peut la détourner vers un autre patient.",
                            "Parsing and rewriting the XML can break the VIHF's signature or lose MTOM attachments, with no error to be seen at the proxy. And a proxy that can change a request can turn it to another patient."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.exchange()
                .clientId()
                .flatMap(trial.declaration()::operation)
                .map(operation -> trial.declaration().proxy(operation).mode() == ProxyEsante.Mode.PASSE_PLAT)
                .orElse(true);
    }

    @Override
    public List<Finding> check(Trial trial) {
        return Sent.pairs(trial)
                .flatMap(pair -> pair.compare(CARD, Fact.BODY_SHA256))
                .toList();
    }
}
