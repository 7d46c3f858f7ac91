package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.authserver.apipsc.ApiPscDefect;
import fr.accroche.compliance.declaration.Couloir;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Pmt;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.credential.CredentialDefect;
import fr.accroche.proxy.ProxyDefect;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The EDC PSC's register does not hold what is declared, or its API Credential is misused. */
final class RegisterFaults {

    static final List<Fault> ALL = List.of(
            fault(
                    "client-not-registered",
                    Text.of(
                            "le client_id n'est pas enregistré à l'EDC PSC",
                            "the client_id is not registered at the EDC PSC"),
                    Set.of("IDN-03"),
                    (plan, operation) -> plan.withRegistered(without(plan.registered(), operation))),
            fault(
                    "pmt-expired",
                    Text.of(
                            "l'autorisation provisoire du PMT a plus de trois mois",
                            "the PMT's provisional authorisation is over three months old"),
                    Set.of("CRD-06"),
                    (plan, operation) ->
                            plan.withRegistered(changed(plan.registered(), operation, RegisterFaults::pmtPast))),
            fault(
                    "elu-suspended",
                    Text.of(
                            "l'habilitation ELU de l'éditeur du LPS est suspendue",
                            "the ELU habilitation of the LPS's editor is suspended"),
                    Set.of("CRD-06"),
                    (plan, operation) -> plan.withRegistered(
                            Habilitated.of(plan.registered(), operation).withSuspendedElu())),
            fault(
                    "elp-not-granted",
                    Text.of(
                            "l'habilitation ELP de l'éditeur du proxy est demandée, et pas encore accordée",
                            "the ELP habilitation of the proxy's editor is asked for, and not granted yet"),
                    Set.of("CRD-06"),
                    (plan, operation) -> plan.withRegistered(
                            Habilitated.of(plan.registered(), operation).withRequestedElp())),
            fault(
                    "link-not-validated",
                    Text.of(
                            "le lien entre le LPS et le proxy n'est pas validé",
                            "the link between LPS and proxy is not validated"),
                    Set.of("IDN-05", "CRD-06"),
                    (plan, operation) -> plan.withRegistered(
                            changed(plan.registered(), operation, declared -> declared.withLink(false)))),
            fault(
                    "security-level-too-low",
                    Text.of("le niveau de sécurité accordé est trop bas", "the security level granted is too low"),
                    Set.of("CRD-04"),
                    (plan, operation) -> plan.withRegistered(
                            plan.registered().withSettings(plan.settings().withSecurityLevel("1")))),
            fault(
                    "credential-api-called-by-proxy",
                    Text.of("le proxy appelle lui-même l'API Credential", "the proxy calls the API Credential itself"),
                    Set.of("CRD-01"),
                    (plan, operation) -> plan.with(ProxyDefect.CALLS_CREDENTIAL_API)),
            fault(
                    "credential-call-incomplete",
                    Text.of(
                            "le serveur d'autorisation omet securityLevel dans son appel",
                            "the authorization server leaves securityLevel out of its call"),
                    Set.of("CRD-02"),
                    (plan, operation) -> plan.with(ApiPscDefect.OMITS_SECURITY_LEVEL)),
            fault(
                    "credential-refusal-unexplained",
                    Text.of(
                            "l'API Credential refuse sans dire quel champ est en cause",
                            "the API Credential refuses without naming the field"),
                    Set.of("CRD-03"),
                    (plan, operation) -> plan.with(CredentialDefect.REFUSES_WITHOUT_NAMING_THE_FIELD)),
            new Fault(
                    "client-id-in-capitals",
                    Text.of("le proxy écrit le client_id en majuscules", "the proxy writes the client_id in capitals"),
                    rules("IDN-01", "IDN-03"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.WRITES_CLIENT_IDS_IN_CAPITALS)),
            new Fault(
                    "client-id-missing",
                    Text.of(
                            "le proxy omet client_id, puisque le certificat le dit",
                            "the proxy leaves client_id out, since the certificate says it"),
                    rules("IDN-01"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.LETS_THE_CERTIFICATE_NAME_THE_CLIENT)),
            new Fault(
                    "credential-asked-in-medico-social",
                    Text.of(
                            "l'API Credential est appelée dans le couloir médico-social",
                            "the API Credential is called in the médico-social corridor"),
                    rules("CRD-05"),
                    Status.WARNING,
                    Need.NOTHING,
                    (plan, operation) -> plan.withDeclared(declared -> declared.withCouloir(Couloir.MEDICO_SOCIAL))
                            .with(ApiPscDefect.ASKS_IN_MEDICO_SOCIAL)));

    private RegisterFaults() {}

    private static Fault fault(String id, Text title, Set<String> rules, Fault.Change change) {
        return new Fault(id, title, rules(rules.toArray(String[]::new)), Status.FAIL, Need.CREDENTIAL_API, change);
    }

    private static Declaration without(Declaration declaration, Operation operation) {
        return declaration.withOperations(declaration.operations().stream()
                .filter(other -> !other.clientId().equals(operation.clientId()))
                .toList());
    }

    private static Declaration changed(Declaration declaration, Operation operation, UnaryOperator<Operation> change) {
        return declaration.withOperations(declaration.operations().stream()
                .map(other -> other.clientId().equals(operation.clientId()) ? change.apply(other) : other)
                .toList());
    }

    private static Operation pmtPast(Operation operation) {
        LocalDate validated = operation.pmt().flatMap(Pmt::validatedOn).orElse(LocalDate.EPOCH);
        return operation.withPmt(Pmt.validated(validated.minusMonths(4)));
    }
}
