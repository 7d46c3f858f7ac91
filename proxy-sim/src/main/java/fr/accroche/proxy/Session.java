package fr.accroche.proxy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An LPS's session, as every copy of the proxy finds it.
 *
 * @param id what the cookie holds
 * @param nationalId the professional's national identifier
 * @param client whose it is
 * @param psc what PSC gave
 * @param apiTokens by the route's name
 * @param opened when it began
 */
record Session(
        Token id, String nationalId, Client client, PscTokens psc, Map<String, HeldToken> apiTokens, Instant opened) {
    Session {
        apiTokens = Map.copyOf(apiTokens);
    }

    /** The same, with this token of a route in the place of the former one. */
    Session with(String route, HeldToken token) {
        Map<String, HeldToken> tokens = new LinkedHashMap<>(apiTokens);
        tokens.put(route, token);
        return new Session(id, nationalId, client, psc, tokens, opened);
    }
}
