package fr.accroche.proxy;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.proxy.metier.MetierLps;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the two kinds of proxy it is for whom: passe-plat, which forwards what the LPS built, or métier, which builds it.
 * An LPS has one of them, so that nothing is forwarded in its name that could have been built in another's.
 */
final class Modes {

    private static final Text BUILDS = Text.of(
            "pour ce client_id, ce proxy est métier : il construit les requêtes, et n'en transmet pas ; il prend {0}",
            "for this client_id this proxy is métier: it builds requests, and forwards none; it takes {0}");
    private static final Text FORWARDS = Text.of(
            "pour ce client_id, ce proxy est passe-plat : envoyez la requête SOAP du téléservice à son propre chemin",
            "for this client_id this proxy is passe-plat: send the téléservice's SOAP request to its own path");

    private final Map<String, MetierLps> metier;

    Modes(Map<String, MetierLps> metier) {
        this.metier = metier;
    }

    /** Whether there is any LPS to build for. */
    boolean anyBuilt() {
        return !metier.isEmpty();
    }

    /** Whether a call of this session may be forwarded to a route; the conformity API, for which nothing is built, always. */
    Outcome<Route> forwards(Call call, Session session, Route route) {
        Optional<Teleservice> service = Teleservice.named(route.name()).filter(Teleservice.HOMOLOGATED::contains);
        return service.isPresent() && metier.containsKey(session.client().clientId())
                ? Outcome.refused(refused(call, BUILDS.with(String.join(", ", doors(route)))))
                : Outcome.next(route);
    }

    /** The LPS to build for. */
    Outcome<MetierLps> builds(Call call, Session session) {
        MetierLps lps = metier.get(session.client().clientId());
        return lps == null ? Outcome.refused(refused(call, FORWARDS)) : Outcome.next(lps);
    }

    private static List<String> doors(Route route) {
        return BusinessOperation.of(route.name()).stream()
                .map(operation -> "POST " + Addresses.PREFIX + "/" + operation.route() + operation.door())
                .toList();
    }

    private static Refused refused(Call call, Text sentence) {
        return Refused.byContract(
                WireError.problem(
                        404, "Not Found", sentence.en(), call.request().path()),
                sentence);
    }
}
