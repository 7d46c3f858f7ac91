package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.compliance.declaration.ClientSecret;
import fr.accroche.compliance.declaration.LpsAuthentication;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.lps.LpsDefect;
import java.util.List;

/** Who calls the proxy is not the LPS that it says it is. */
final class CallerFaults {

    private static final LpsAuthentication DECLARED =
            new LpsAuthentication.Secret(new ClientSecret("secret-de-ce-lps"));

    static final List<Fault> ALL = List.of(
            new Fault(
                    "lps-with-another-secret",
                    Text.of(
                            "le LPS se prouve au proxy par un autre secret que celui déclaré",
                            "the LPS proves itself to the proxy by another secret than the declared one"),
                    rules("IDN-08"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.withDeclared(
                                    operation, declared -> declared.withLpsAuthentication(DECLARED))
                            .with(LpsDefect.PROVES_ITSELF_BY_ANOTHER_SECRET)),
            new Fault(
                    "lps-names-another-client",
                    Text.of(
                            "le LPS se prouve au proxy sous son client_id, et lui demande une session pour un autre",
                            "the LPS proves itself to the proxy under its client_id, and asks it for a session of another"),
                    rules("IDN-08"),
                    Status.FAIL,
                    Need.ANOTHER_CLIENT,
                    (plan, operation) -> allAsked(plan).with(LpsDefect.NAMES_ANOTHER_CLIENT)));

    private CallerFaults() {}

    /** With a proxy that asks each LPS for a proof of its own. */
    private static ChainPlan allAsked(ChainPlan plan) {
        return plan.withDeclared(declared -> declared.withOperations(declared.operations().stream()
                .map(operation -> operation.withLpsAuthentication(new LpsAuthentication.Secret(
                        new ClientSecret("secret-de-" + operation.clientId().value()))))
                .toList()));
    }
}
