package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which request received is which request sent. To one téléservice, a request that came as one left is that one; of the
 * others, the first to come is the first that left. The LPS's own note is the best witness; where the LPS is not ours,
 * what the proxy received is the next best.
 *
 * @param sent as it left
 * @param received as it came
 */
public record Sent(Hop sent, Hop received) {

    /** Those of one session. */
    public static Stream<Sent> pairs(Trial trial) {
        List<Hop> byLps = trial.at(Stage.LPS_SEND).toList();
        Map<String, List<Hop>> sent = byService(byLps.isEmpty() ? trial.at(Stage.PROXY_SEND) : byLps.stream());
        return byService(trial.at(Stage.BUSINESS)).entrySet().stream()
                .flatMap(entry -> pairs(sent.getOrDefault(entry.getKey(), List.of()), entry.getValue()));
    }

    private static Stream<Sent> pairs(List<Hop> sent, List<Hop> received) {
        List<Sent> pairs = new ArrayList<>();
        List<Hop> waiting = new ArrayList<>(sent);
        List<Hop> others = new ArrayList<>();
        for (Hop came : received) {
            Optional<Hop> same = waiting.stream()
                    .filter(left -> left.value(Fact.BODY_SHA256).equals(came.value(Fact.BODY_SHA256)))
                    .findFirst();
            same.ifPresentOrElse(left -> pairs.add(new Sent(left, came)), () -> others.add(came));
            same.ifPresent(waiting::remove);
        }
        for (int i = 0; i < Math.min(waiting.size(), others.size()); i++) {
            pairs.add(new Sent(waiting.get(i), others.get(i)));
        }
        return pairs.stream();
    }

    private static Map<String, List<Hop>> byService(Stream<Hop> hops) {
        return hops.collect(Collectors.groupingBy(
                hop -> hop.value(Fact.TELESERVICE).orElse(""), LinkedHashMap::new, Collectors.toList()));
    }

    /** The proxy that is declared for the session's client. */
    public Optional<ProxyEsante> proxy(Trial trial) {
        return trial.exchange()
                .clientId()
                .flatMap(trial.declaration()::operation)
                .map(trial.declaration()::proxy);
    }

    /** Whether both ends noted the body, so that the two can be compared. */
    public boolean comparable() {
        return sent.fact(Fact.BODY_SHA256).isPresent()
                && received.fact(Fact.BODY_SHA256).isPresent();
    }

    /** Whether it came byte for byte as it left. */
    public boolean untouched() {
        return comparable() && sent.value(Fact.BODY_SHA256).equals(received.value(Fact.BODY_SHA256));
    }

    /** Whether the proxy made it: the LPS sent no message of the téléservice's, but JSON. */
    public boolean builtByProxy() {
        return comparable()
                && !untouched()
                && sent.value(Fact.BODY_TYPE).filter(Sent::isJson).isPresent();
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    /** One finding where both ends noted a fact: it must have come as it left. */
    Stream<Finding> compare(RuleCard card, Fact fact) {
        return card.compare(received, sent.fact(fact), received.fact(fact));
    }
}
