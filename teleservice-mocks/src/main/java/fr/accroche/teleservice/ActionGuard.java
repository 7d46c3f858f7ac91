package fr.accroche.teleservice;

import fr.accroche.compliance.exchange.Variant;
import fr.accroche.messages.BusinessRequest;
import java.util.Optional;

/**
 * Compares the action that HTTP may name (SOAP 1.2 Part 2 §6.5.3) with wsa:Action, by which the services are known to dispatch.
 * What they do where the two differ is not public: it is reported.
 */
final class ActionGuard {

    private ActionGuard() {}

    static void check(Call call, BusinessRequest request) {
        Optional<String> http = call.message().httpAction().filter(named -> !named.isBlank());
        if (http.isPresent() && !http.equals(request.action())) {
            call.report(Variant.HTTP_ACTION, "HTTP/Content-Type/action");
        }
    }
}
