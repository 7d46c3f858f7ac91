package fr.accroche.compliance.cause;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** The authorization server leaves a field out of its call to the API Credential; what it should hold is declared. */
final class CredentialCallIncomplete implements Recogniser {

    private static final Text LEFT_OUT = Text.of(
            "Le serveur d'autorisation de l'API PSC omet {0} dans son appel à l'API Credential.",
            "The authorization server of the API PSC leaves {0} out of its call to the API Credential.");
    private static final Text REPORT = Text.of(
            "Signaler l'appel incomplet au service national, avec l'heure et le client_id ; rien à changer dans le proxy.",
            "Report the incomplete call to the national service, with the time and the client_id; nothing to change in the proxy.");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        return Clues.by(clues.of("CRD-02"), finding -> finding.expected().value()).stream()
                .map(findings -> suspicion(clues, findings))
                .toList();
    }

    private static Suspicion suspicion(Clues clues, List<Finding> findings) {
        Finding telling = findings.get(0);
        String field = telling.expected().shown();
        Suspicion suspicion =
                new Suspicion(Text.verbatim(field), telling, Owner.SERVICE, LEFT_OUT.with(field), REPORT, findings);
        return clues.operation()
                .map(operation -> suspicion.reading(
                        declared(clues, operation, field), telling.observed().value()))
                .orElse(suspicion);
    }

    private static String declared(Clues clues, Operation operation, String field) {
        return switch (field) {
            case "clientId", "certificateCN" -> operation.clientId().value();
            case "certificateOU" ->
                clues.declaration().proxyOperator(operation).idNatStruct().value();
            case "securityLevel" -> clues.declaration().settings().securityLevel();
            default -> field;
        };
    }
}
