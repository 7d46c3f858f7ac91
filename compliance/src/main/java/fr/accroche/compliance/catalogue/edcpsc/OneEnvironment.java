package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
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
import java.util.Optional;

/** ENV-01: PSC, the certificate, the proxy and the API belong to the same environment. */
public final class OneEnvironment implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "ENV-01",
                    Phase.PKI,
                    Text.of(
                            "PSC, le certificat, le proxy et l'API appartiennent au même environnement.",
                            "PSC, the certificate, the proxy and the API belong to the same environment."),
                    Citation.webinar(
                            "annexe « Architectures de Proxy e-Santé »",
                            "l'alignement des environnements (production et hors production) entre PSC, le proxy et les API"),
                    Text.of(
                            "Utiliser dans cet environnement un certificat de la branche {expected} de l'IGC-Santé.",
                            "Use a certificate of the IGC-Santé's {expected} branch in this environment."),
                    Owner.OPERATEUR_PROXY)
            .because(
                    Text.of(
                            "Chaque branche de l'IGC-Santé a sa propre racine : un serveur de test ne reconnaît pas un certificat de production. Un client Java peut alors n'en présenter aucun, et l'erreur (« No required SSL certificate was sent ») fait chercher un certificat absent.",
                            "Each branch of the IGC-Santé has a root of its own: a test server does not recognise a production certificate. A Java client may then present none at all, and the error ('No required SSL certificate was sent') sends one looking for a missing certificate."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.at(Stage.HANDSHAKE_FAILED, Stage.PSC_CIBA, Stage.PSC_TOKEN, Stage.EXCHANGE, Stage.BUSINESS)
                .flatMap(hop -> hop.client().presented().stream().map(certificate -> judge(trial, hop, certificate)))
                .toList();
    }

    private static Finding judge(Trial trial, Hop hop, ObservedCertificate certificate) {
        Optional<CertificateDefect> defect = certificate.defects().stream()
                .filter(found -> found.code().equals("WRONG_BRANCH"))
                .findFirst();
        String branch = trial.declaration().environment().name();
        Observed expected = new Observed(branch, trial.declaration().lines().at("environment"));
        return CARD.judge(
                hop,
                defect.isEmpty(),
                expected,
                new Observed(defect.map(CertificateDefect::observed).orElse(branch), certificate.where("issuer")));
    }
}
