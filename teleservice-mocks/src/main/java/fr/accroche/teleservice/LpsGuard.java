package fr.accroche.teleservice;

import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.ParsedAssertion;
import java.util.Optional;

/** Wants to know which software asks, and that it is the one of the token's client. */
@FunctionalInterface
interface LpsGuard {

    /**
     * What the software says of itself.
     *
     * @param request the request, if it could be read
     * @param assertion the assertion of the service's kind, if there is exactly one
     * @param token the token, if it is active
     */
    LpsIdentity check(
            Call call,
            Optional<BusinessRequest> request,
            Optional<ParsedAssertion> assertion,
            Optional<ActiveToken> token);
}
