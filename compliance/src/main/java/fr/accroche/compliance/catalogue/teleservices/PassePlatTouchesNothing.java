package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
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
import java.util.Optional;
import java.util.stream.Stream;

/** LPS-06: In passe-plat the business request arrives byte for byte as the LPS sent it; in métier the proxy built it. */
public final class PassePlatTouchesNothing implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "LPS-06",
                    Phase.BUSINESS,
                    Likeness.simplified(
                            Text.of(
                                    "le webinaire définit les deux modes ; aucun vrai service ne voit les deux côtés du proxy, accroche les compare",
                                    "the webinar defines both modes; no real service sees both sides of the proxy, accroche compares them"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "En passe-plat, la requête métier arrive octet pour octet comme le LPS l'a émise ; en métier, le proxy l'a construite.",
                            "In passe-plat the business request arrives byte for byte as the LPS sent it; in métier the proxy built it."),
                    Citation.webinar(
                            "annexe « 2 type de Proxies »",
                            "Ils transfèrent les requêtes métiers générées par le LPS telles quelles."),
                    Text.of(
                            "En passe-plat, transmettre le corps reçu sans l'analyser ni le réécrire ; en métier, construire la requête ; ou déclarer l'autre mode.",
                            "In passe-plat forward the body as received, neither parsed nor rewritten; in métier build the request; or declare the other mode."),
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
    public List<Finding> check(Trial trial) {
        return Sent.pairs(trial)
                .filter(Sent::comparable)
                .flatMap(pair -> check(trial, pair))
                .toList();
    }

    /** The conformity API takes no message that anybody could build. */
    private static Stream<Finding> check(Trial trial, Sent pair) {
        Optional<ProxyEsante> metier = pair.proxy(trial)
                .filter(proxy -> proxy.mode() == ProxyEsante.Mode.METIER)
                .filter(proxy -> trial.teleservice(pair.received()).isPresent());
        return metier.isPresent() ? Stream.of(built(trial, pair, metier.get())) : pair.compare(CARD, Fact.BODY_SHA256);
    }

    private static Finding built(Trial trial, Sent pair, ProxyEsante proxy) {
        return CARD.judge(
                pair.received(),
                !pair.untouched(),
                new Observed("built", trial.declaration().lines().at(proxy.path() + ".mode")),
                new Observed(pair.untouched() ? "forwarded" : "built", "HTTP/body"));
    }
}
