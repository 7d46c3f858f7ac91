package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.ExpiringStore;
import fr.accroche.compliance.declaration.Teleservice;

/**
 * One téléservice's authorization server.
 *
 * @param service the téléservice
 * @param securityLevel the level that it asks the API Credential for
 * @param tokens the tokens it issued, while they live
 */
record Realm(Teleservice service, String securityLevel, ExpiringStore<ApiToken> tokens) {

    /** Its path; its issuer is the server's address and this. */
    String path() {
        return "/realms/" + service.route();
    }
}
