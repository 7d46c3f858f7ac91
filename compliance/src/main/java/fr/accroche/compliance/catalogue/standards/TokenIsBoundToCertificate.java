package fr.accroche.compliance.catalogue.standards;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
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
import java.util.stream.Stream;

/** TOK-03: The API token is bound to the certificate (cnf) and presented over that same certificate. */
public final class TokenIsBoundToCertificate implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "TOK-03",
                    Phase.BUSINESS,
                    Likeness.exact(
                            Text.of(
                                    "ce que vérifie un service, dans les deux écritures publiques de cnf",
                                    "what a service checks, in both public spellings of cnf"),
                            Basis.of(PublicSource.CI_SIS, PublicSource.ANS_PROXY)),
                    Text.of(
                            "Le jeton d'API est lié au certificat (cnf) et présenté sur ce même certificat.",
                            "The API token is bound to the certificate (cnf) and presented over that same certificate."),
                    Citation.standard("RFC 8705 §3"),
                    Text.of(
                            "Échanger le jeton en présentant le certificat, présenter ce même certificat au téléservice, et refaire l'échange après un renouvellement.",
                            "Exchange the token over the certificate, present that same certificate to the téléservice, and exchange again after a renewal."),
                    Owner.EDITEUR_PROXY,
                    Owner.OPERATEUR_PROXY)
            .because(
                    Text.of(
                            "Un jeton volé ne sert à rien sans la clé privée du certificat auquel il est lié. En contrepartie, un certificat renouvelé en cours de session, ou deux nœuds du proxy aux certificats différents, donnent un 401 invalid_token.",
                            "A stolen token is of no use without the private key of the certificate it is bound to. The price: a certificate renewed in mid-session, or two proxy nodes with different certificates, give a 401 invalid_token."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        return Stream.concat(trial.at(Stage.BUSINESS), trial.renewals())
                .flatMap(hop -> hop.fact(Fact.TOKEN_CNF).stream()
                        .flatMap(cnf -> hop.client().presented().stream().map(shown -> judge(hop, cnf, shown))))
                .toList();
    }

    private static Finding judge(Hop hop, Observed cnf, ObservedCertificate shown) {
        Observed certificate = new Observed(shown.sha256(), shown.where("SHA-256"));
        return cnf.value().equals("none")
                ? CARD.judge(hop, false, certificate, cnf)
                : CARD.compare(hop, cnf, certificate);
    }
}
