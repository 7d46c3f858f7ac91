package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.exchange.Fact;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** IDN-03: The client_id is registered at the EDC PSC for this (editor, operator) pair. */
public final class ClientIsRegistered implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "IDN-03",
                    Phase.CREDENTIAL,
                    Likeness.exact(
                            Text.of(
                                    "l'API Credential valide le LPS et le proxy d'un client_id ; les mots de son refus sont inventés",
                                    "the API Credential validates the LPS and the proxy of a client_id; the words of its refusal are invented"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "Le client_id est enregistré à l'EDC PSC pour ce couple (éditeur, opérateur).",
                            "The client_id is registered at the EDC PSC for this (editor, operator) pair."),
                    Citation.webinar(
                            "annexe « Schémas… Parcours Opérateur », architecture proxy intégré",
                            "client_id : LPS_éditeur_A,Opérateur_A ou bien LPS_éditeur_C"),
                    Text.of(
                            "Faire enregistrer ce client_id par le guichet EDC PSC pour ce couple (éditeur, opérateur), ou corriger celui que le proxy envoie ou que la déclaration donne : attendu {expected}, trouvé {observed}.",
                            "Have the EDC PSC guichet register this client_id for this (editor, operator) pair, or correct the one that the proxy sends or the declaration gives: expected {expected}, found {observed}."),
                    Owner.GUICHET,
                    Owner.OPERATEUR_LPS,
                    Owner.OPERATEUR_PROXY)
            .because(
                    Text.of(
                            "Un même logiciel chez deux opérateurs, ce sont deux client_id. Celui qui n'est pas enregistré pour ce couple est inconnu de l'API Credential, et tout échange de jeton est refusé, si bon que soit le certificat.",
                            "One software at two operators makes two client_ids. A client_id that is not registered for the pair is unknown to the API Credential, and every token exchange is refused, however good the certificate."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Set<Stage> seenAt() {
        return Set.of(Stage.PSC_CIBA, Stage.PSC_AUTHORIZATION, Stage.PSC_TOKEN, Stage.EXCHANGE, Stage.CREDENTIAL);
    }

    @Override
    public List<Finding> check(Trial trial) {
        return Stream.concat(
                        trial.at(Stage.PSC_CIBA, Stage.PSC_AUTHORIZATION, Stage.PSC_TOKEN, Stage.EXCHANGE)
                                .flatMap(hop ->
                                        hop.fact(Fact.CLIENT_ID).stream().map(asked -> known(trial, hop, asked))),
                        trial.at(Stage.CREDENTIAL)
                                .flatMap(hop -> CARD.compare(
                                        hop,
                                        Optional.of(new Observed("registered", expectedWhere(trial, hop))),
                                        hop.fact(Fact.REGISTER_CLIENT))))
                .toList();
    }

    /** What PSC and the authorization servers can tell: whether the client_id is one of those declared. */
    private static Finding known(Trial trial, Hop hop, Observed asked) {
        String declared = trial.declaration().operations().stream()
                .map(operation -> operation.clientId().value())
                .collect(Collectors.joining(" | "));
        return CARD.judge(
                hop,
                trial.declaration().operation(asked.value()).isPresent(),
                new Observed(declared, trial.declaration().lines().at("operations")),
                asked);
    }

    private static String expectedWhere(Trial trial, Hop hop) {
        return trial.operation(hop)
                .map(operation -> trial.declared(operation, "clientId", "").where())
                .orElse("json/clientId");
    }
}
