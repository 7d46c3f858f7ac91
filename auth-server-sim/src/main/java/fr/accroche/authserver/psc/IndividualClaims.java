package fr.accroche.authserver.psc;

import fr.accroche.compliance.identity.Professional;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Claims asked for one by one (OpenID Connect Core §5.5): all that PSC can say of a person, whatever the scopes. */
final class IndividualClaims {

    private static final Set<String> EVERY_SCOPE = Set.of("profile", "email", "phone", "address");

    private IndividualClaims() {}

    /** These claims with those asked for beside them; what is not known is left out, and is no error (§5.5.1). */
    static JsonObject added(JsonObject claims, Professional person, Set<String> names) {
        if (names.isEmpty()) {
            return claims;
        }
        Map<String, Json> more = new LinkedHashMap<>(claims.members());
        known(person).forEach((name, value) -> {
            if (names.contains(name)) {
                more.putIfAbsent(name, value);
            }
        });
        return new JsonObject(more);
    }

    private static Map<String, Json> known(Professional person) {
        Map<String, Json> known = new LinkedHashMap<>(UserInfo.of(person).members());
        known.putAll(ScopeClaims.of(person, EVERY_SCOPE).members());
        return known;
    }
}
