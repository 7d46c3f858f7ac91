package fr.accroche.authserver.apipsc;

import fr.accroche.wire.json.JsonObject;

/**
 * What is known of a subject token.
 *
 * @param alive whether PSC, or its key, vouches for it
 * @param claims its claims, as far as they are vouched for
 * @param where who vouches
 */
record PscSays(boolean alive, JsonObject claims, String where) {

    static PscSays dead(String where) {
        return new PscSays(false, JsonObject.EMPTY, where);
    }
}
