package fr.accroche.compliance.cause;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cause where it first showed in one session.
 *
 * @param suspicion what was seen
 * @param at when the first call came that a server found wrong for it, or that rules did where no server refused
 * @param nth of what that server found wrong with the call
 * @param refusal what it answered
 */
record Sighting(Suspicion suspicion, Instant at, int nth, Optional<Refusal> refusal) {

    /** Who would have refused first. */
    static final Comparator<Sighting> ORDER = Comparator.comparing(Sighting::at)
            .thenComparingInt(Sighting::nth)
            .thenComparing(sighting -> sighting.suspicion().telling().rule())
            .thenComparing(sighting -> sighting.suspicion().field().en());

    static Sighting of(Suspicion suspicion, Exchange exchange) {
        Set<RuleId> rules = suspicion.symptoms().stream().map(Finding::rule).collect(Collectors.toSet());
        List<Hop> guarded = exchange.hops().stream()
                .filter(hop -> hop.breaches().stream().anyMatch(breach -> rules.contains(breach.rule())))
                .toList();
        List<Hop> shown = exchange.hops().stream()
                .filter(hop -> suspicion.symptoms().stream().anyMatch(finding -> isAt(finding, hop)))
                .toList();
        Hop first = Optional.of(guarded)
                .filter(found -> !found.isEmpty())
                .or(() -> Optional.of(shown).filter(found -> !found.isEmpty()))
                .orElse(exchange.hops())
                .get(0);
        return new Sighting(suspicion, first.at(), nth(first, rules), refusal(guarded, rules));
    }

    /** That of the call which was answered for this cause alone, before one that was answered for another as well. */
    private static Optional<Refusal> refusal(List<Hop> guarded, Set<RuleId> rules) {
        return guarded.stream()
                .filter(hop -> nth(hop, rules) == 0)
                .flatMap(hop -> Refusal.of(hop).stream())
                .findFirst()
                .or(() -> guarded.stream()
                        .flatMap(hop -> Refusal.of(hop).stream())
                        .findFirst());
    }

    private static int nth(Hop hop, Set<RuleId> rules) {
        List<Breach> breaches = hop.breaches();
        return IntStream.range(0, breaches.size())
                .filter(i -> rules.contains(breaches.get(i).rule()))
                .findFirst()
                .orElse(breaches.size());
    }

    private static boolean isAt(Finding finding, Hop hop) {
        return finding.stage() == hop.stage() && finding.server().equals(hop.server());
    }
}
