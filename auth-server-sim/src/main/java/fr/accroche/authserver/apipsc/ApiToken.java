package fr.accroche.authserver.apipsc;

import fr.accroche.wire.json.JsonObject;

/**
 * A token that a realm issued.
 *
 * @param claims its claims
 * @param boundTo SHA-256 of the certificate it is bound to, hexadecimal
 */
record ApiToken(JsonObject claims, String boundTo) {}
