package fr.accroche.authserver.psc.browser;

import fr.accroche.compliance.identity.Professional;
import java.time.Instant;
import java.util.Objects;

/**
 * What waits at a professional's device, of whatever flow. It has no secret name: whoever reads it cannot poll.
 *
 * @param handle its public name
 * @param clientId who asks
 * @param person who is asked
 * @param channel {@code CARD} or {@code MOBILE}
 * @param bindingMessage what both screens show; empty text if nothing
 * @param wrongCodes how many times the code was wrong
 * @param since when it came
 * @param until when it expires
 */
public record PhoneRequest(
        String handle,
        String clientId,
        Professional person,
        String channel,
        String bindingMessage,
        int wrongCodes,
        Instant since,
        Instant until) {

    /** As many wrong codes are a refusal. Invented: how the real e-CPS bears with them is not public. */
    public static final int MOST_WRONG_CODES = 3;

    public PhoneRequest {
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(bindingMessage, "bindingMessage");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
    }
}
