package fr.accroche.scenarios.chain;

import fr.accroche.certs.Branch;
import fr.accroche.certs.Order;
import fr.accroche.certs.OrderSettings;
import fr.accroche.certs.Profile;
import fr.accroche.certs.SubjectName;
import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DmpChoices.SignedBy;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.LpsAuthentication;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.SubjectDn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The orders that a declaration needs, as a vendor would place them.
 *
 * @param declaration what is declared
 * @param from start of validity
 * @param settings their length, by profile
 */
public record DeclaredOrders(Declaration declaration, Instant from, Function<Profile, OrderSettings> settings) {

    /** The branch of the declared environment. */
    public Branch branch() {
        return branch(declaration);
    }

    /** The same, where nothing is ordered. */
    public static Branch branch(Declaration declaration) {
        return declaration.environment() == Environment.TEST ? Branch.TEST : Branch.PRODUCTION;
    }

    /** The client certificate of a client_id: CN = client_id, OU = the proxy operator's structure. */
    public Order client(Operation operation) {
        return of(
                Profile.ORG_AUTH_CLI,
                declaration.proxyOperator(operation),
                operation.clientId().value(),
                List.of());
    }

    /** Those whose LPS prove themselves to their proxy by a certificate. */
    public List<Operation> provenByCertificate() {
        return declaration.operations().stream().filter(Certificates::ofLps).toList();
    }

    /**
     * The certificate by which the LPS of a client_id proves itself to its proxy: OU = the LPS operator's structure, and a CN
     * of its own, for an LPS must not hold what its proxy proves the client_id with; or both as the declared subject has
     * them.
     */
    public Order lps(Operation operation) {
        Optional<SubjectName> declared = operation.lpsAuthentication() instanceof LpsAuthentication.Certificate shown
                ? shown.subject().map(SubjectDn::value).map(SubjectName::parse)
                : Optional.empty();
        Actor operator = declaration.operator(operation);
        return of(
                Profile.ORG_AUTH_CLI,
                operator,
                declared.flatMap(SubjectName::organisationalUnit)
                        .orElse(operator.idNatStruct().value()),
                declared.flatMap(SubjectName::commonName).orElseGet(() -> lpsName(operation)));
    }

    /** A declaration has none so long but where it declares the subject. */
    private static String lpsName(Operation operation) {
        String clientId = operation.clientId().value();
        return clientId.substring(0, Math.min(clientId.length(), LpsAuthentication.LONGEST_CLIENT_ID))
                + LpsAuthentication.LPS_NAME;
    }

    private Order of(Profile profile, Actor structure, String unit, String commonName) {
        Order usual = of(profile, structure, commonName, List.of());
        return new Order(
                profile,
                usual.branch(),
                usual.department(),
                usual.organisation(),
                unit,
                commonName,
                List.of(),
                usual.notBefore(),
                usual.notAfter());
    }

    /** Those who seal VIHFs. */
    public List<Actor> sealers() {
        return declaration.operations().stream().map(this::sealer).distinct().toList();
    }

    /** Who seals the VIHFs of an operation: the LPS's operator, unless the DMP was set to want the proxy's. */
    Actor sealer(Operation operation) {
        return declaration.settings().teleservices().dmp().signedBy() == SignedBy.PROXY_OPERATOR
                ? declaration.proxyOperator(operation)
                : declaration.operator(operation);
    }

    /** The seal of a structure, which signs VIHFs. */
    public Order seal(Actor structure) {
        return of(Profile.ORG_SIGN, structure, "cachet " + structure.id(), List.of());
    }

    /** A name for its files. With its OU: another declaration may have the same client_id behind another proxy. */
    public static String fileName(Order order) {
        return FileNames.of(order.commonName()) + "-" + order.idNatStruct();
    }

    /** A name for the files of a structure's seal. */
    public static String fileName(Actor sealer) {
        return FileNames.of(sealer.id()) + "-cachet-" + sealer.idNatStruct().value();
    }

    Order of(Profile profile, Actor structure, String commonName, List<String> names) {
        return new Order(
                profile,
                branch(),
                structure.department(),
                structure.name(),
                structure.idNatStruct().value(),
                commonName,
                names,
                from,
                settings.apply(profile).until(from));
    }
}
