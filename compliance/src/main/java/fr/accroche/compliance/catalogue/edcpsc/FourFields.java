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
import java.util.Map;
import java.util.stream.Collectors;

/** CRD-02: The call to the API Credential carries clientId, certificateCN, certificateOU and securityLevel, none empty. */
public final class FourFields implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "CRD-02",
                    Phase.CREDENTIAL,
                    Likeness.exact(
                            Text.of(
                                    "les quatre champs du JSON de l'annexe ; la méthode, le chemin et le refus sont inventés",
                                    "the four fields of the annex's JSON; method, path and refusal are invented"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "L'appel à l'API Credential porte clientId, certificateCN, certificateOU et securityLevel, non vides.",
                            "The call to the API Credential carries clientId, certificateCN, certificateOU and securityLevel, none empty."),
                    Citation.webinar(
                            "annexe « API Credential sur l'Espace de Confiance ProSanteConnect »",
                            "\"certificateOU\": \"<idnatstruct de test>\""),
                    Text.of(
                            "Renseigner {expected} dans l'appel ; si le CN ou l'OU manque au certificat, commander un certificat ORG AUTH_CLI complet.",
                            "Fill in {expected} in the call; if the certificate lacks CN or OU, order a complete ORG AUTH_CLI certificate."),
                    Owner.SERVICE,
                    Owner.OPERATEUR_PROXY)
            .because(
                    Text.of(
                            "Les quatre valeurs sont comparées à ce qui est enregistré : s'il en manque une, l'échange est refusé à un LPS pourtant en règle. C'est ce que donne un certificat sans OU, comme celui d'un professionnel de santé.",
                            "The four values are compared with what is registered: if one is missing, the exchange is refused to an LPS whose files are all in order. That is what a certificate without an OU gives, such as a health professional's."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.declaration().couloir().asksCredential();
    }

    private static final Map<Fact, String> FIELDS = Map.of(
            Fact.CREDENTIAL_CLIENT_ID, "clientId",
            Fact.CREDENTIAL_CERTIFICATE_CN, "certificateCN",
            Fact.CREDENTIAL_CERTIFICATE_OU, "certificateOU",
            Fact.CREDENTIAL_SECURITY_LEVEL, "securityLevel");

    @Override
    public List<Finding> check(Trial trial) {
        return trial.at(Stage.CREDENTIAL)
                .map(hop -> {
                    String missing = FIELDS.keySet().stream()
                            .sorted()
                            .filter(field -> hop.value(field).orElse("").isEmpty())
                            .map(FIELDS::get)
                            .collect(Collectors.joining(", "));
                    String all =
                            FIELDS.keySet().stream().sorted().map(FIELDS::get).collect(Collectors.joining(", "));
                    return CARD.judge(
                            hop,
                            missing.isEmpty(),
                            new Observed(missing.isEmpty() ? all : missing, "API Credential"),
                            new Observed(missing.isEmpty() ? all : "—", "json"));
                })
                .toList();
    }
}
