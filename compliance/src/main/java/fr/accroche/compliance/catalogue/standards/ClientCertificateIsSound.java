package fr.accroche.compliance.catalogue.standards;

import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
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

/** MTL-01: A client certificate is presented: within its dates, of a trusted authority, of profile ORG AUTH_CLI, not revoked. */
public final class ClientCertificateIsSound implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "MTL-01",
                    Phase.HANDSHAKE,
                    Likeness.exact(
                            Text.of(
                                    "le certificat exigé est public ; l'alerte ou le statut du refus suit la norme",
                                    "the certificate asked for is public; the alert or status of the refusal follows the standard"),
                            Basis.of("RFC 8705 §2", PublicSource.CI_SIS)),
                    Text.of(
                            "Un certificat client est présenté : en cours de validité, émis par une autorité reconnue, de profil ORG AUTH_CLI, non révoqué.",
                            "A client certificate is presented: within its dates, of a trusted authority, of profile ORG AUTH_CLI, not revoked."),
                    Citation.standard("RFC 5280 §6.1, RFC 8705 §2"),
                    Text.of(
                            "Présenter un certificat ORG AUTH_CLI valide : attendu {expected}, trouvé {observed}.",
                            "Present a valid ORG AUTH_CLI certificate: expected {expected}, found {observed}."),
                    Owner.OPERATEUR_PROXY)
            .because(
                    Text.of(
                            "Le renouvellement n'est pas automatique : le jour où le certificat expire, plus aucune connexion n'aboutit, avec souvent une alerte TLS pour tout message. Un certificat SERV SSL, lui, passe TLS car il porte aussi clientAuth : seul un contrôle du profil l'arrête.",
                            "Renewal is not automatic: the day the certificate expires, no connection succeeds any more, often with a TLS alert as the only message. A SERV SSL certificate does pass TLS, because it carries clientAuth too: only a check of the profile stops it."));

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
        return trial.exchange().hops().stream()
                .flatMap(hop -> bySecret(trial, hop).or(() -> check(hop)).stream())
                .toList();
    }

    /** Of a client that is declared without a secret, a secret proves nothing, whatever certificate is shown beside it. */
    private static Optional<Finding> bySecret(Trial trial, Hop hop) {
        Optional<Observed> secret =
                hop.fact(Fact.CLIENT_AUTHENTICATION).filter(seen -> seen.value().startsWith("client_secret"));
        return secret.flatMap(seen -> trial.operation(hop)
                .filter(operation ->
                        hop.stage() == Stage.EXCHANGE || operation.secret().isEmpty())
                .map(operation ->
                        CARD.judge(hop, false, trial.declared(operation, "clientId", "tls_client_auth"), seen)));
    }

    private static Optional<Finding> check(Hop hop) {
        if (hop.client() instanceof ClientCertificate.Absent) {
            boolean secret = hop.value(Fact.CLIENT_AUTHENTICATION).orElse("").startsWith("client_secret");
            return secret
                    ? Optional.empty()
                    : Optional.of(CARD.judge(
                            hop,
                            false,
                            new Observed("ORG_AUTH_CLI", "RFC 8705 §2"),
                            new Observed("—", "TLS/certificate")));
        }
        return hop.client().presented().map(certificate -> judge(hop, certificate));
    }

    private static Finding judge(Hop hop, ObservedCertificate certificate) {
        List<CertificateDefect> defects = certificate.defects().stream()
                .filter(defect -> !defect.code().equals("WRONG_BRANCH"))
                .toList();
        String expected = defects.stream().map(CertificateDefect::expected).collect(Collectors.joining("; "));
        String observed = defects.stream()
                .map(defect -> defect.code() + ": " + defect.observed())
                .collect(Collectors.joining("; "));
        return CARD.judge(
                hop,
                defects.isEmpty(),
                new Observed(defects.isEmpty() ? "ORG_AUTH_CLI" : expected, "IGC-Santé"),
                new Observed(defects.isEmpty() ? "ORG_AUTH_CLI" : observed, certificate.where("")));
    }
}
