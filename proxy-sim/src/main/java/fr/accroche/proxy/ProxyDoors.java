package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Response;
import fr.accroche.wire.Routes;
import fr.accroche.wire.admin.AdminDoors;
import fr.accroche.wire.admin.Held;
import java.util.Map;

/**
 * The doors of the proxy, and who answers at each.
 *
 * @param recorded makes a hop of each call
 * @param connect at {@code /connect}
 * @param disconnect at {@code /disconnect}
 * @param parts what answers at {@code /send} is made of
 */
record ProxyDoors(Recorded recorded, Endpoint connect, Endpoint disconnect, BusinessParts parts) {

    private static final String SEND = Addresses.PREFIX + "/**";

    /** What the admin doors count and clear. */
    Map<String, Held> held() {
        return Map.of(
                "sessions", parts.sessions(), "openBreakers", parts.breakers(), "tracesNotWritten", parts.traces());
    }

    Routes beside(AdminDoors admin) {
        Routes routes = admin.beside(Routes.none())
                .plus("GET", "/check/alive", request -> Response.of(200, "text/plain", "OK"))
                .plus("*", "/connect", recorded.as(Stage.PROXY_CONNECT, "POST", connect))
                .plus("*", "/disconnect", recorded.as(Stage.PROXY_DISCONNECT, "DELETE", disconnect))
                .plus("GET", "/traces", new TracesEndpoint(parts.traces(), parts.defects()))
                .plus("*", "/**", recorded.elsewhere());
        return MetierDoors.beside(sending(routes), recorded, parts);
    }

    /** A proxy that is broken on purpose takes the whole body, so that it can do its worst. */
    private Routes sending(Routes routes) {
        SendEndpoint send = new SendEndpoint(parts);
        return parts.defects().present().isEmpty()
                ? routes.relaying("*", SEND, recorded.relaying(Stage.PROXY_SEND, send))
                : routes.plus("*", SEND, recorded.as(Stage.PROXY_SEND, "*", send));
    }
}
