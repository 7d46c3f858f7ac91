package fr.accroche.scenarios.report.html;

import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.verdict.RuleResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One exchange as a page shows it.
 *
 * @param number from 1
 * @param id of its section in the page, which the ids in it begin with
 * @param clientId whose session it is
 * @param steps its calls
 * @param actors those who call or are called, from left to right
 * @param certificates the client certificates that were shown, each once, in the order of their coming, with the ids of their rows
 */
record Session(
        int number,
        String id,
        Optional<String> clientId,
        List<Step> steps,
        SortedSet<Actor> actors,
        Map<ObservedCertificate, String> certificates) {

    static Session of(
            int number, String prefix, Exchange exchange, Culprits culprits, Map<RuleId, RuleResult> results) {
        String id = prefix + "s" + number;
        Optional<String> clientId = exchange.clientId();
        List<Step> steps = new ArrayList<>();
        SortedSet<Actor> actors = new TreeSet<>();
        Map<ObservedCertificate, String> certificates = new LinkedHashMap<>();
        for (Hop hop : exchange.hops()) {
            int next = steps.size() + 1;
            Route route = Route.of(hop, clientId);
            List<RuleResult> broken =
                    culprits.of(hop).stream().map(results::get).toList();
            steps.add(new Step(next, id + "-" + next, hop, route, broken));
            actors.add(route.from());
            actors.add(route.to());
            hop.client()
                    .presented()
                    .ifPresent(shown -> certificates.putIfAbsent(shown, id + "-c" + (certificates.size() + 1)));
        }
        return new Session(number, id, clientId, steps, actors, Collections.unmodifiableMap(certificates));
    }

    /** The id of a certificate's row in the page. */
    String id(ObservedCertificate certificate) {
        return certificates.get(certificate);
    }

    long broken() {
        return steps.stream().filter(step -> step.state() == Step.State.BROKEN).count();
    }
}
