package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
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

/** CRD-01: The API Credential is called by the authorization server, never by the proxy or the LPS. */
public final class OnlyTheAuthorizationServerAsks implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "CRD-01",
                    Phase.CREDENTIAL,
                    Likeness.simplified(
                            Text.of(
                                    "qui l'appelle est public ; que d'autres soient refusés, et comment, est déduit",
                                    "who calls it is public; that others are refused, and how, is inferred"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "L'API Credential est appelée par le serveur d'autorisation, jamais par le proxy ni par le LPS.",
                            "The API Credential is called by the authorization server, never by the proxy or the LPS."),
                    Citation.webinar(
                            "annexe, double niveau de contrôle", "appelée par le serveur d'autorisation des APIs PSC"),
                    Text.of(
                            "Retirer du proxy tout appel à l'API Credential : le serveur d'autorisation de l'API PSC l'appelle à chaque échange de jeton.",
                            "Remove every call of the API Credential from the proxy: the API PSC's authorization server calls it at each token exchange."),
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Le serveur d'autorisation lit le client_id et le certificat sur la connexion même ; un proxy qui appelle l'API Credential pourrait y mettre ce qu'il veut. Une réponse favorable ne lui servirait d'ailleurs à rien : c'est l'échange de jeton qui décide.",
                            "The authorization server reads client_id and certificate on the connection itself; a proxy that calls the API Credential could put in what it likes. A favourable answer would be of no use to it anyway: the token exchange decides."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.declaration().couloir().asksCredential();
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.at(Stage.CREDENTIAL)
                .flatMap(hop -> hop
                        .fact(Fact.CREDENTIAL_CALLER)
                        .map(caller -> CARD.judge(
                                hop,
                                trial.declaration().operation(caller.value()).isEmpty(),
                                new Observed("authorizationServer", "API PSC"),
                                caller))
                        .stream())
                .toList();
    }
}
