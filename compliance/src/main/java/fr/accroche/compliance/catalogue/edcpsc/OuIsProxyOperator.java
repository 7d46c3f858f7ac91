package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.exchange.Hop;
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
import java.util.Optional;
import java.util.Set;

/** IDN-02: The OU of the client certificate is the idNatStruct of the proxy's operator. */
public final class OuIsProxyOperator implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "IDN-02",
                    Phase.PKI,
                    Likeness.exact(
                            Text.of(
                                    "l'annexe l'écrit de chaque architecture, et l'API Credential reçoit l'OU",
                                    "the annex writes it of each architecture, and the API Credential receives the OU"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "L'OU du certificat client est l'idNatStruct de l'opérateur du proxy.",
                            "The OU of the client certificate is the idNatStruct of the proxy's operator."),
                    Citation.webinar(
                            "annexe « Schémas… Parcours Opérateur », architecture proxy intégré",
                            "OU = idnat_structure_PROXY_éditeur_A,Opérateur_A"),
                    Text.of(
                            "Commander le certificat ORG AUTH_CLI sur la structure {expected} (l'opérateur du proxy), non sur {observed}.",
                            "Order the ORG AUTH_CLI certificate on structure {expected} (the proxy's operator), not on {observed}."),
                    Owner.OPERATEUR_PROXY)
            .because(
                    Text.of(
                            "Le CN dit pour quel LPS on appelle, l'OU quelle structure opère le proxy qui appelle : l'API Credential compare l'un et l'autre à ce qui est habilité. TLS accepte n'importe quel OU : le refus (certificateOU) ne vient qu'à l'échange de jeton.",
                            "The CN says for which LPS the call is made, the OU which structure operates the calling proxy; the API Credential compares both with what is habilité. TLS takes any OU: the refusal (certificateOU) comes only at the token exchange."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Set<Stage> seenAt() {
        return Set.of(Stage.PSC_CIBA, Stage.PSC_TOKEN, Stage.EXCHANGE, Stage.BUSINESS);
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.at(Stage.PSC_CIBA, Stage.PSC_TOKEN, Stage.EXCHANGE, Stage.BUSINESS)
                .flatMap(hop -> CARD.compare(
                        hop,
                        trial.operation(hop).map(operation -> expected(trial, operation)),
                        organisationalUnit(hop)))
                .toList();
    }

    private static Observed expected(Trial trial, Operation operation) {
        return new Observed(
                trial.declaration().proxyOperator(operation).idNatStruct().value(),
                trial.declaration().lines().at("actors." + operation.proxyOperator() + ".idNatStruct"));
    }

    private static Optional<Observed> organisationalUnit(Hop hop) {
        return hop.client()
                .presented()
                .map(certificate ->
                        new Observed(certificate.organisationalUnit().orElse(""), certificate.where("OU")));
    }
}
