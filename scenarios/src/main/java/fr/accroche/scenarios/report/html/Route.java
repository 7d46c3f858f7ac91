package fr.accroche.scenarios.report.html;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.ObservedCertificate;
import java.util.Optional;

/**
 * Whom a call goes from, and to. A server notes who called by its certificate only: whoever shows the one of the session's
 * client_id is drawn as its proxy, wherever it calls; else the caller is the one whose part of the chain that call is.
 */
record Route(Actor from, Actor to) {

    static Route of(Hop hop, Optional<String> clientId) {
        Actor to = called(hop);
        return new Route(shownByProxy(hop, to, clientId) ? Actor.PROXY : caller(hop, to), to);
    }

    private static boolean shownByProxy(Hop hop, Actor to, Optional<String> clientId) {
        return to != Actor.PROXY
                && clientId.isPresent()
                && hop.client()
                        .presented()
                        .flatMap(ObservedCertificate::commonName)
                        .equals(clientId);
    }

    /** The server that noted it, but for what the caller notes. */
    private static Actor called(Hop hop) {
        return switch (hop.stage()) {
            case LPS_CONNECT, LPS_SEND, LPS_DISCONNECT, PSC_PING -> Actor.PROXY;
            default -> Actor.of(hop.server());
        };
    }

    private static Actor caller(Hop hop, Actor to) {
        return switch (hop.stage()) {
            case LPS_CONNECT,
                    LPS_SEND,
                    LPS_DISCONNECT,
                    PROXY_CONNECT,
                    PROXY_SEND,
                    PROXY_DISCONNECT,
                    PSC_AUTHORIZATION,
                    PSC_LOGIN -> Actor.LPS;
            case PSC_PING, API_LOGOUT -> Actor.PSC;
            case PSC_INTROSPECTION, CREDENTIAL -> Actor.API_PSC;
            case API_INTROSPECTION ->
                Actor.ofService(hop.value(Fact.TELESERVICE).orElse(""));
            case HANDSHAKE_FAILED, REQUEST_REFUSED, FAULT_ON_DEMAND -> before(to);
            default -> Actor.PROXY;
        };
    }

    private static Actor before(Actor called) {
        return switch (called) {
            case PROXY -> Actor.LPS;
            case CREDENTIAL_API -> Actor.API_PSC;
            default -> Actor.PROXY;
        };
    }
}
