package fr.accroche.scenarios.fault;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.text.Text;
import java.util.function.BiPredicate;

/**
 * What an operation must have for a fault to show on it: where it does not, a run would break nothing and prove nothing.
 *
 * @param title what is needed
 * @param met whether an operation of a declaration has it
 */
public record Need(Text title, BiPredicate<Declaration, Operation> met) {

    static final Need NOTHING = new Need(Text.of("rien de plus", "nothing more"), (declaration, operation) -> true);

    static final Need TEST_ENVIRONMENT = new Need(
            Text.of("« environment: test »", "'environment: test'"),
            (declaration, operation) -> declaration.environment() == Environment.TEST);

    static final Need ANOTHER_CLIENT = new Need(
            Text.of("deux client_id déclarés", "two declared client_ids"),
            (declaration, operation) -> declaration.operations().size() > 1);

    static final Need OPERATORS_DIFFER = new Need(
            Text.of("un opérateur du LPS autre que celui du proxy", "an operator of the LPS other than the proxy's"),
            (declaration, operation) -> !declaration
                    .operator(operation)
                    .idNatStruct()
                    .equals(declaration.proxyOperator(operation).idNatStruct()));

    static final Need CREDENTIAL_API = new Need(
            Text.of(
                    "un couloir où l'API Credential est appelée (ville, hopital)",
                    "a corridor where the API Credential is called (ville, hopital)"),
            (declaration, operation) -> declaration.couloir().asksCredential());

    static final Need DMP = new Need(
            Text.of("le téléservice DMP", "the téléservice DMP"),
            (declaration, operation) -> declaration.teleservices(operation).contains(Teleservice.DMP));

    static final Need INSI_OR_ON = new Need(
            Text.of("le téléservice INSi ou ON", "the téléservice INSi or ON"),
            (declaration, operation) -> declaration.teleservices(operation).contains(Teleservice.INSI)
                    || declaration.teleservices(operation).contains(Teleservice.ON));

    static final Need INSI = new Need(
            Text.of("le téléservice INSi", "the téléservice INSi"),
            (declaration, operation) -> declaration.teleservices(operation).contains(Teleservice.INSI));

    static final Need SEVERAL_SERVICES = new Need(
            Text.of("deux téléservices", "two téléservices"),
            (declaration, operation) -> declaration.teleservices(operation).size() > 1);

    static final Need PASSE_PLAT = new Need(
            Text.of("un proxy passe-plat", "a passe-plat proxy"),
            (declaration, operation) -> declaration.proxy(operation).mode() == ProxyEsante.Mode.PASSE_PLAT);

    static final Need METIER = new Need(
            Text.of("un proxy métier", "a métier proxy"),
            (declaration, operation) -> declaration.proxy(operation).mode() == ProxyEsante.Mode.METIER);

    static final Need NUMBERED_EAI_IN_PROXY = new Need(
            Text.of(
                    "un composant non autonome intégré dans le proxy, avec son numéro pour le DMP",
                    "a non autonome add-on integrated in the proxy, with its number for the DMP"),
            (declaration, operation) -> declaration.integratedIn(declaration.proxy(operation)).stream()
                    .anyMatch(addOn -> addOn.functions().contains(Teleservice.DMP)
                            && addOn.product().number(Teleservice.DMP).isPresent()));

    static final Need NUMBERED_NON_AUTONOME = new Need(
            Text.of(
                    "un composant non autonome intégré, avec son numéro pour un téléservice appelé",
                    "an integrated non autonome add-on, with its number for a téléservice that is called"),
            (declaration, operation) -> declaration.teleservices(operation).stream()
                    .anyMatch(service -> declaration.integratedIn(operation).stream()
                            .anyMatch(addOn -> addOn.product().number(service).isPresent())));

    Need and(Need other) {
        return new Need(Text.of("{0} et {1}", "{0} and {1}").with(title, other.title), met.and(other.met));
    }
}
