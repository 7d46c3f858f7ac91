package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Trial;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which request received is which request sent: the n-th to a téléservice is the n-th received there. The LPS's own note
 * is the best witness; where the LPS is not ours, what the proxy received is the next best.
 *
 * @param sent as it left
 * @param received as it came
 */
record Sent(Hop sent, Hop received) {

    static Stream<Hop> hops(Trial trial) {
        List<Hop> byLps = trial.at(Stage.LPS_SEND).toList();
        return byLps.isEmpty() ? trial.at(Stage.PROXY_SEND) : byLps.stream();
    }

    static Stream<Sent> pairs(List<Hop> sent, List<Hop> received) {
        return IntStream.range(0, Math.min(sent.size(), received.size()))
                .mapToObj(i -> new Sent(sent.get(i), received.get(i)));
    }

    /** The request sent that came as this one. */
    static Optional<Hop> match(List<Hop> sent, List<Hop> received, Hop one) {
        return pairs(to(one, sent), to(one, received))
                .filter(pair -> pair.received() == one)
                .map(Sent::sent)
                .findFirst();
    }

    private static List<Hop> to(Hop one, List<Hop> hops) {
        Optional<String> service = one.value(Fact.TELESERVICE);
        return hops.stream()
                .filter(hop -> hop.value(Fact.TELESERVICE).equals(service))
                .toList();
    }
}
