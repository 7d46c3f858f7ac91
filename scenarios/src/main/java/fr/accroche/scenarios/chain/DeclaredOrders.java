package fr.accroche.scenarios.chain;

import fr.accroche.certs.Branch;
import fr.accroche.certs.Order;
import fr.accroche.certs.OrderSettings;
import fr.accroche.certs.Profile;
import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.Operation;
import java.time.Instant;
import java.util.List;
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

    /** Those who seal VIHFs: the LPS operators. */
    public List<Actor> sealers() {
        return declaration.operations().stream()
                .map(declaration::operator)
                .distinct()
                .toList();
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
