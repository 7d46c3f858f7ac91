package fr.accroche.proxy;

import java.util.Map;

/**
 * An LPS's session.
 *
 * @param id what the cookie holds
 * @param nationalId the professional's national identifier
 * @param client whose it is
 * @param psc what PSC gave
 * @param apiTokens by the route's name
 */
record Session(Token id, String nationalId, Client client, PscTokens psc, Map<String, HeldToken> apiTokens) {
    Session {
        apiTokens = Map.copyOf(apiTokens);
    }
}
