package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
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
import java.util.regex.Pattern;

/**
 * ENV-01: PSC, the certificate, the proxy and the API belong to the same environment. So does the client_id, as far as its
 * form tells: the webinar shows the one of a "bac à sable", {@code XXX-edc-bas}; that of a real one is not public, so a
 * client_id that says nothing is not judged in the test environments.
 */
public final class OneEnvironment implements Rule, DeclaredRule {

    private static final Pattern SANDBOX = Pattern.compile("-bas$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMES_PRODUCTION =
            Pattern.compile("(?<![a-z0-9])prod(uction)?(?![a-z0-9])", Pattern.CASE_INSENSITIVE);
    private static final Text OF_THE_SANDBOX =
            Text.of("un client_id du bac à sable (…-edc-bas)", "a client_id of the bac à sable (…-edc-bas)");
    private static final Text OF_PRODUCTION =
            Text.of("un client_id de production, sans « -bas »", "a client_id of production, without '-bas'");

    private static final RuleCard CARD = RuleCard.violation(
                    "ENV-01",
                    Phase.PKI,
                    Likeness.simplified(
                            Text.of(
                                    "le principe est public ; ici la branche de l'IGC et le suffixe du client_id font foi",
                                    "the principle is public; here the branch of the IGC and the suffix of the client_id tell"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "PSC, le certificat, le proxy et l'API appartiennent au même environnement.",
                            "PSC, the certificate, the proxy and the API belong to the same environment."),
                    Citation.webinar(
                            "annexe « Architectures de Proxy e-Santé »",
                            "l'alignement des environnements (production et hors production) entre PSC, le proxy et les API"),
                    Text.of(
                            "N'employer ici que les client_id de cet environnement et des certificats de sa branche de l'IGC-Santé : attendu {expected}, trouvé {observed}.",
                            "Use here only the client_ids of this environment and certificates of its branch of the IGC-Santé: expected {expected}, found {observed}."),
                    Owner.OPERATEUR_PROXY,
                    Owner.OPERATEUR_LPS)
            .because(
                    Text.of(
                            "Chaque branche de l'IGC-Santé a sa propre racine : un serveur de test ne reconnaît pas un certificat de production. Un client Java peut alors n'en présenter aucun, et l'erreur (« No required SSL certificate was sent ») fait chercher un certificat absent.",
                            "Each branch of the IGC-Santé has a root of its own: a test server does not recognise a production certificate. A Java client may then present none at all, and the error ('No required SSL certificate was sent') sends one looking for a missing certificate."));

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

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.declaration().operations().stream()
                .flatMap(operation -> judge(dossier.declaration(), operation).stream())
                .toList();
    }

    private static Optional<DeclaredFinding> judge(Declaration declaration, Operation operation) {
        String clientId = operation.clientId().value();
        boolean sandbox = SANDBOX.matcher(clientId).find();
        boolean production = declaration.environment() == Environment.PRODUCTION;
        if (!production && !sandbox && !NAMES_PRODUCTION.matcher(clientId).find()) {
            return Optional.empty();
        }
        return Optional.of(DeclaredFinding.judge(
                CARD,
                production != sandbox,
                declaration.path(operation) + ".clientId",
                production ? OF_PRODUCTION : OF_THE_SANDBOX,
                Text.verbatim(clientId)));
    }
}
