package fr.accroche.proxy;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A connection with API tokens: one per téléservice reached so far.
 *
 * @param authenticated who, with what PSC gave
 * @param apiTokens by the route's name
 */
record Equipped(Authenticated authenticated, Map<String, ApiToken> apiTokens) {
    Equipped {
        apiTokens = Map.copyOf(apiTokens);
    }

    Equipped with(String route, ApiToken apiToken) {
        Map<String, ApiToken> more = new LinkedHashMap<>(apiTokens);
        more.put(route, apiToken);
        return new Equipped(authenticated, more);
    }
}
