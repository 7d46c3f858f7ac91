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

/** CRD-04: The registered security level is the one the service asks for. */
public final class SecurityLevelSuffices implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
            "CRD-04",
            Phase.CREDENTIAL,
            Text.of(
                    "Le niveau de sécurité enregistré est celui que le service demande.",
                    "The registered security level is the one the service asks for."),
            Citation.webinar(
                    "annexe « API Credential sur l'Espace de Confiance ProSanteConnect »", "\"securityLevel\": \"15\""),
            Text.of(
                    "Faire porter le niveau de sécurité du client à {expected} par le guichet EDC PSC.",
                    "Have the EDC PSC guichet raise the client's security level to {expected}."),
            Owner.GUICHET);

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
                .flatMap(hop -> CARD.compare(
                        hop,
                        hop.fact(Fact.CREDENTIAL_SECURITY_LEVEL)
                                .filter(asked -> !asked.value().isEmpty()),
                        hop.fact(Fact.REGISTER_SECURITY_LEVEL)))
                .toList();
    }
}
