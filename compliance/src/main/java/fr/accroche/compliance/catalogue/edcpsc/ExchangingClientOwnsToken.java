package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** IDN-04: The client that exchanges the token is the one PSC issued it to. */
public final class ExchangingClientOwnsToken implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
            "IDN-04",
            Phase.EXCHANGE,
            Text.of(
                    "Le client qui échange le jeton est celui à qui PSC l'a délivré.",
                    "The client that exchanges the token is the one PSC issued it to."),
            Citation.webinar(
                    "annexe « Schémas… Parcours Opérateur », architecture proxy intégré",
                    "sur le serveur d'autorisation : token exchange sur client_id=LPS_éditeur_A,opérateur_A"),
            Text.of(
                    "Échanger le jeton PSC de {observed} sous le client_id {observed} et avec son certificat ; vérifier que le proxy ne mélange pas les sessions.",
                    "Exchange {observed}'s PSC token as client_id {observed}, with its certificate; make sure the proxy does not mix sessions."),
            Owner.EDITEUR_PROXY);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.at(Stage.EXCHANGE)
                .flatMap(hop -> CARD.compare(hop, hop.fact(Fact.CLIENT_ID), hop.fact(Fact.SUBJECT_TOKEN_CLIENT)))
                .toList();
    }
}
