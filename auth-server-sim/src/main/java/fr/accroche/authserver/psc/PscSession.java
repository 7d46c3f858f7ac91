package fr.accroche.authserver.psc;

import fr.accroche.compliance.identity.Professional;
import java.time.Instant;

/**
 * A professional's session.
 *
 * @param id session_state, and sid
 * @param clientId the client it was opened through
 * @param person the professional
 * @param scope what was asked for
 * @param channel {@code CARD} or {@code MOBILE}
 * @param acr the level reached
 * @param authTime when the professional authenticated
 */
record PscSession(
        String id, String clientId, Professional person, String scope, String channel, String acr, Instant authTime) {}
