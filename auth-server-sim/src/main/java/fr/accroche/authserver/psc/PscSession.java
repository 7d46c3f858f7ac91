package fr.accroche.authserver.psc;

import fr.accroche.compliance.identity.Professional;
import java.time.Instant;

/**
 * A professional's session: one authentication, for as many clients as it serves.
 *
 * @param id session_state, and sid
 * @param person the professional
 * @param channel {@code CARD} or {@code MOBILE}
 * @param authTime when the professional authenticated
 */
record PscSession(String id, Professional person, String channel, Instant authTime) {}
