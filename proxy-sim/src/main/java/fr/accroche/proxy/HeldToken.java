package fr.accroche.proxy;

import fr.accroche.compliance.rule.RuleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The token of one téléservice in one session, and what became of renewing it.
 *
 * @param current what is sent
 * @param notBefore from when on a server that did not answer is asked again, while the token lives
 * @param refusal how its server refused to renew it: so is every call then, as the professional must connect again
 */
record HeldToken(ApiToken current, Optional<Instant> notBefore, Optional<Refusal> refusal) {

    /**
     * What a server said that refused.
     *
     * @param message its words
     * @param rules the rules of the chain that it named
     */
    record Refusal(String message, List<RuleId> rules) {
        Refusal {
            rules = List.copyOf(rules);
        }

        static Refusal of(Refused refused, Grounds.UpstreamRefused grounds) {
            return new Refusal(refused.wire().terse(), grounds.rules());
        }
    }

    static HeldToken of(ApiToken token) {
        return new HeldToken(token, Optional.empty(), Optional.empty());
    }

    /** Whether it is to be renewed before it is sent. */
    boolean due(Instant now) {
        boolean patient = current.alive(now) && notBefore.filter(now::isBefore).isPresent();
        return refusal.isEmpty() && current.due(now) && !patient;
    }

    HeldToken patientUntil(Instant again) {
        return new HeldToken(current, Optional.of(again), refusal);
    }

    HeldToken refused(Refusal why) {
        return new HeldToken(current, notBefore, Optional.of(why));
    }
}
