package fr.accroche.compliance.catalogue.standards;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
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

/** TOK-03: The API token is bound to the certificate (cnf) and presented over that same certificate. */
public final class TokenIsBoundToCertificate implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
            "TOK-03",
            Phase.BUSINESS,
            Text.of(
                    "Le jeton d'API est lié au certificat (cnf) et présenté sur ce même certificat.",
                    "The API token is bound to the certificate (cnf) and presented over that same certificate."),
            Citation.standard("RFC 8705 §3"),
            Text.of(
                    "Présenter au téléservice le certificat qui a servi à l'échange, ou refaire l'échange après un renouvellement de certificat.",
                    "Present to the téléservice the certificate used for the exchange, or exchange again after a certificate was renewed."),
            Owner.EDITEUR_PROXY,
            Owner.OPERATEUR_PROXY);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.at(Stage.BUSINESS)
                .flatMap(hop -> hop
                        .fact(Fact.TOKEN_CNF)
                        .flatMap(cnf -> hop.client()
                                .presented()
                                .map(certificate -> CARD.compare(
                                        hop, cnf, new Observed(certificate.sha256(), certificate.where("SHA-256")))))
                        .stream())
                .toList();
    }
}
