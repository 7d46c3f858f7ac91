package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Stage;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.wire.Routes;

/** The doors of the métier mode: one for each operation, beside those of passe-plat. */
final class MetierDoors {

    private MetierDoors() {}

    static Routes beside(Routes routes, Recorded recorded, MetierEndpoint.Parts parts) {
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
