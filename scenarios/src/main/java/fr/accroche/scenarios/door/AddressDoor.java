package fr.accroche.scenarios.door;

import fr.accroche.scenarios.RunningChain;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.ProxyAddresses;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.Answers;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.util.Map;

/** What {@code up} prints for a person: where each link is, and what a proxy is configured with. */
final class AddressDoor {

    private AddressDoor() {}

    static Response show(RunningChain chain) {
        ProxyAddresses addresses = chain.addresses();
        JsonObject servers = JsonObject.EMPTY;
        for (Map.Entry<Participant, URI> each : chain.uris().entrySet()) {
            servers = servers.with(each.getKey().label(), each.getValue().toString());
        }
        JsonObject services = JsonObject.EMPTY;
        for (var each : addresses.routes().entrySet()) {
            services = services.with(each.getKey().route(), route(each.getValue()));
        }
        return Answers.json(
                200,
                JsonObject.EMPTY
                        .with("issuer", addresses.issuer().toString())
                        .with("discovery", addresses.discovery().toString())
                        .with("servers", servers)
                        .with("teleservices", services));
    }

    private static JsonObject route(ProxyAddresses.Route route) {
        JsonObject told = JsonObject.EMPTY
                .with("target", route.target().toString())
                .with("token", route.token().toString());
        return route.revocation()
                .map(where -> told.with("revocation", where.toString()))
                .orElse(told);
    }
}
