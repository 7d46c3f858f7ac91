package fr.accroche.authserver.apipsc;

import fr.accroche.wire.json.JsonObject;

/**
 * A token that a realm issued.
 *
 * @param claims its claims
 * @param grant what it stands for
 */
record ApiToken(JsonObject claims, Grant grant) {

    /** Whether it is a refresh token. */
    boolean renews() {
        return claims.text("typ").filter("Refresh"::equals).isPresent();
    }
}
