package fr.accroche.authserver.psc;

import fr.accroche.compliance.identity.Professional;
import java.time.Duration;
import java.time.Instant;

/**
 * An authentication request under way (CIBA Core §7).
 *
 * @param clientId who asked
 * @param person who must authenticate
 * @param scope what was asked for
 * @param channel {@code CARD} or {@code MOBILE}
 * @param until when it expires
 * @param interval the least time between two polls from now on
 * @param polled the previous poll, or the acknowledgement
 * @param answer what the person did so far
 */
record CibaRequest(
        String clientId,
        Professional person,
        String scope,
        String channel,
        Instant until,
        Duration interval,
        Instant polled,
        ECps.Answer answer) {

    CibaRequest polledAt(Instant now, Duration newInterval) {
        return new CibaRequest(clientId, person, scope, channel, until, newInterval, now, answer);
    }

    CibaRequest answered(ECps.Answer given) {
        return new CibaRequest(clientId, person, scope, channel, until, interval, polled, given);
    }
}
