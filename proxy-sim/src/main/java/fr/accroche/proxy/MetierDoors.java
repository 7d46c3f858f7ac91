package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Stage;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.wire.Routes;

/** The doors of the métier mode, beside those of passe-plat: one for each operation, where there is an LPS to build for. */
final class MetierDoors {

    private MetierDoors() {}

    static Routes beside(Routes routes, Recorded recorded, BusinessParts parts) {
        if (!parts.modes().anyBuilt()) {
            return routes;
        }
        Routes all = routes;
        for (BusinessOperation operation : BusinessOperation.values()) {
            all = all.plus(
                    "*",
                    Addresses.PREFIX + "/" + operation.route() + operation.door(),
                    recorded.as(Stage.PROXY_SEND, "POST", new MetierEndpoint(operation, parts)));
        }
        return all;
    }
}
