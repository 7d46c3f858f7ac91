package fr.accroche.authserver.psc;

import fr.accroche.authserver.psc.browser.PhoneRequest;
import fr.accroche.compliance.identity.Professional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An authentication request under way (CIBA Core §7).
 *
 * @param asked what was asked
 * @param until when it expires
 * @param interval the least time between two polls from now on
 * @param polled the previous poll, or the acknowledgement; empty if the next one may come at once
 * @param decision what the person did so far
 */
record CibaRequest(Asked asked, Instant until, Duration interval, Optional<Instant> polled, Decision decision) {

    /**
     * What was asked.
     *
     * @param handle a public name of the request, for the page of the e-CPS; the auth_req_id would let its reader poll
     * @param clientId who asked
     * @param person who must authenticate
     * @param scope what for
     * @param channel {@code CARD} or {@code MOBILE}
     * @param bindingMessage what both screens show; empty text if nothing
     * @param since when
     * @param notificationToken the client's, if it is to be told
     */
    record Asked(
            String handle,
            String clientId,
            Professional person,
            String scope,
            String channel,
            String bindingMessage,
            Instant since,
            Optional<String> notificationToken) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Asked[" + handle + ", " + clientId + "]";
        }
    }

    /**
     * What the person did.
     *
     * @param answer the answer
     * @param from when it counts
     * @param wrongCodes how many times the code was wrong
     * @param told whether the client was told
     */
    record Decision(ECps.Answer answer, Instant from, int wrongCodes, boolean told) {

        ECps.Answer at(Instant now) {
            return now.isBefore(from) ? ECps.Answer.SILENT : answer;
        }

        Decision wrongCode(Instant now) {
            int wrong = wrongCodes + 1;
            return wrong < PhoneRequest.MOST_WRONG_CODES
                    ? new Decision(answer, from, wrong, told)
                    : new Decision(ECps.Answer.REFUSE, now, wrong, told);
        }
    }

    boolean expired(Instant now) {
        return !now.isBefore(until);
    }

    /** Whether the person did nothing yet, and still can. */
    boolean pending(Instant now) {
        return !expired(now) && decision.at(now) == ECps.Answer.SILENT;
    }

    /** Whether the client is to be told now. */
    boolean due(Instant now) {
        return asked.notificationToken().isPresent()
                && !decision.told()
                && !expired(now)
                && decision.at(now) != ECps.Answer.SILENT;
    }

    CibaRequest polledAt(Instant now, Duration newInterval) {
        return new CibaRequest(asked, until, newInterval, Optional.of(now), decision);
    }

    CibaRequest decided(Decision other) {
        return new CibaRequest(asked, until, interval, polled, other);
    }

    /** The same of whose answer the client is told: it may ask at once (CIBA Core §10.2). */
    CibaRequest told() {
        Decision told = new Decision(decision.answer(), decision.from(), decision.wrongCodes(), true);
        return new CibaRequest(asked, until, interval, Optional.empty(), told);
    }
}
