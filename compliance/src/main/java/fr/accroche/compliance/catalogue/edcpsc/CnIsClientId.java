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
import java.util.stream.Stream;

/** IDN-01: The CN of the client certificate is the client_id, to the letter. */
public final class CnIsClientId implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "IDN-01",
                    Phase.PKI,
                    Likeness.exact(
                            Text.of(
                                    "l'annexe l'écrit de chaque client_id, et l'API Credential reçoit les deux",
                                    "the annex writes it of each client_id, and the API Credential receives both"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "Le CN du certificat client est le client_id, au caractère près.",
                            "The CN of the client certificate is the client_id, to the letter."),
                    Citation.webinar(
                            "annexe « Schémas… Parcours Opérateur », architecture proxy intégré",
                            "certificat : CN = LPS_éditeur_A,Opérateur_A"),
                    Text.of(
                            "Commander un certificat ORG AUTH_CLI dont le « service applicatif » est exactement {expected}, et l'installer dans le proxy pour ce client_id.",
                            "Order an ORG AUTH_CLI certificate whose 'service applicatif' is exactly {expected}, and install it in the proxy for this client_id."),
                    Owner.OPERATEUR_PROXY,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Un certificat valide au CN mal écrit passe la poignée de main TLS : le refus ne vient qu'après, quand PSC ou le serveur d'autorisation rapproche le CN du client_id (invalid_client). Sans ce rapprochement, tout détenteur d'un certificat pourrait se faire passer pour n'importe quel LPS.",
                            "A valid certificate with a misspelt CN passes the TLS handshake: the refusal comes later, when PSC or the authorization server matches the CN with the client_id (invalid_client). Without this match, whoever holds a certificate could pass for any LPS."));

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
        Stream<Finding> compared = trial.at(Stage.PSC_CIBA, Stage.PSC_TOKEN, Stage.EXCHANGE, Stage.BUSINESS)
                .flatMap(hop -> CARD.compare(
                        hop, trial.client(hop).map(client -> trial.expectedClientId(hop, client)), commonName(hop)));
        return Stream.concat(
                        compared,
                        trial.at(Stage.PSC_CIBA, Stage.PSC_TOKEN, Stage.EXCHANGE)
                                .filter(hop -> hop.fact(Fact.CLIENT_ID).isEmpty())
                                .flatMap(hop -> commonName(hop).map(cn -> unnamed(hop, cn)).stream()))
                .toList();
    }

    /** A certificate alone names no client: the server finds the client by client_id (RFC 8705 §2). */
    private static Finding unnamed(Hop hop, Observed commonName) {
        return CARD.judge(hop, false, commonName, new Observed("", "form/client_id"));
    }

    private static Optional<Observed> commonName(Hop hop) {
        return hop.client()
                .presented()
                .map(certificate -> new Observed(certificate.commonName().orElse(""), certificate.where("CN")));
    }
}
