package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.fidelity.Likeness;
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
import java.util.TreeSet;
import java.util.stream.Stream;

/** CRD-03: Each of the four fields is compared on its own, and the refusal says which one failed. */
public final class EachFieldOnItsOwn implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "CRD-03",
                    Phase.CREDENTIAL,
                    Likeness.invented(Text.of(
                            "ce que dit le refus de la vraie API n'est pas public",
                            "what the real API's refusal says is not public")),
                    Text.of(
                            "Chacun des quatre champs est comparé pour lui-même, et le refus dit lequel a échoué.",
                            "Each of the four fields is compared on its own, and the refusal says which one failed."),
                    Citation.webinar(
                            "annexe « API Credential sur l'Espace de Confiance ProSanteConnect »",
                            "\"certificateCN\": \"XXX-edc-bas\""),
                    Text.of(
                            "L'API Credential devrait répondre « {expected} » : signaler l'écart au guichet EDC PSC avec les quatre valeurs envoyées.",
                            "The API Credential should answer '{expected}': report the difference to the EDC PSC guichet with the four values sent."),
                    Owner.SERVICE,
                    Owner.GUICHET)
            .because(
                    Text.of(
                            "Qu'un seul champ ne soit pas comparé, et le certificat d'une autre structure passe. Un refus qui ne nomme pas le champ laisse chercher entre le certificat, le dossier et le réglage du proxy.",
                            "Leave one field uncompared, and another structure's certificate passes. A refusal that does not name the field leaves one to look in the certificate, in the file and in the proxy's settings."));

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
                .filter(hop -> hop.fact(Fact.CREDENTIAL_OUTCOME).isPresent())
                .filter(EachFieldOnItsOwn::complete)
                .filter(hop -> hop.value(Fact.CREDENTIAL_CALLER)
                        .flatMap(trial.declaration()::operation)
                        .isEmpty())
                .map(hop -> judge(trial, hop))
                .toList();
    }

    private static boolean complete(Hop hop) {
        return Stream.of(
                        Fact.CREDENTIAL_CLIENT_ID,
                        Fact.CREDENTIAL_CERTIFICATE_CN,
                        Fact.CREDENTIAL_CERTIFICATE_OU,
                        Fact.CREDENTIAL_SECURITY_LEVEL)
                .noneMatch(field -> hop.value(field).orElse("").isEmpty());
    }

    private static Finding judge(Trial trial, Hop hop) {
        Set<String> reasons = reasonsToRefuse(trial, hop);
        String named = hop.value(Fact.CREDENTIAL_REFUSED_FIELD).orElse("");
        String outcome = hop.value(Fact.CREDENTIAL_OUTCOME).orElse("");
        boolean held =
                reasons.isEmpty() ? outcome.equals("granted") : outcome.equals("refused") && reasons.contains(named);
        String expected = reasons.isEmpty() ? "granted" : "refused: " + String.join(" | ", reasons);
        String observed = named.isEmpty() ? outcome : outcome + ": " + named;
        return CARD.judge(hop, held, new Observed(expected, "API Credential"), new Observed(observed, "json/field"));
    }

    private static Set<String> reasonsToRefuse(Trial trial, Hop hop) {
        Set<String> reasons = new TreeSet<>();
        Optional<Operation> operation = trial.operation(hop);
        if (operation.isEmpty()
                || !hop.value(Fact.REGISTER_CLIENT).orElse("registered").equals("registered")) {
            reasons.add("clientId");
            return reasons;
        }
        String ou =
                trial.declaration().proxyOperator(operation.get()).idNatStruct().value();
        differs(
                reasons,
                "certificateCN",
                hop,
                Fact.CREDENTIAL_CERTIFICATE_CN,
                operation.get().clientId().value());
        differs(reasons, "certificateOU", hop, Fact.CREDENTIAL_CERTIFICATE_OU, ou);
        differs(
                reasons,
                "securityLevel",
                hop,
                Fact.CREDENTIAL_SECURITY_LEVEL,
                hop.value(Fact.REGISTER_SECURITY_LEVEL)
                        .orElse(trial.declaration().settings().securityLevel()));
        differs(reasons, "elu", hop, Fact.REGISTER_ELU, "valid");
        differs(reasons, "elp", hop, Fact.REGISTER_ELP, "valid");
        differs(reasons, "link", hop, Fact.REGISTER_LINK, "valid");
        if (!HabilitationsHold.pmtOpen(hop)) {
            reasons.add("pmt");
        }
        return reasons;
    }

    private static void differs(Set<String> reasons, String field, Hop hop, Fact fact, String expected) {
        if (!hop.value(fact).orElse(expected).equals(expected)) {
            reasons.add(field);
        }
    }
}
