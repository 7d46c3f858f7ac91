package fr.accroche.telemetry;

import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.ObservedCertificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the trace of each hop: one for each exchange, which is assembled as the verdict assembles it, among what came in the same
 * seconds, and goes on by what ties later hops to it. Of one thread.
 */
final class Correlator {

    /** Ties that are remembered: those of some ten thousand sessions. */
    private static final int REMEMBERED = 100_000;

    private final RandomGenerator random;
    private final Map<String, String> traceByTie = remembering();
    private final Map<String, Set<String>> tracesByClient = remembering();
    private final Map<String, String> traceBySpan = remembering();

    /** @param random makes ids where the wire has none */
    Correlator(RandomGenerator random) {
        this.random = random;
    }

    private static <V> Map<String, V> remembering() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /**
     * Places hops, in the order they began.
     *
     * @param due those to be placed
     * @param waiting those that came too, and have time
     */
    List<TracedHop> placed(List<Came> due, List<Came> waiting) {
        Map<Hop, Came> placing = new IdentityHashMap<>();
        due.forEach(came -> placing.put(came.hop(), came));
        List<Hop> window =
                Stream.concat(due.stream(), waiting.stream()).map(Came::hop).toList();
        Set<String> spans =
                window.stream().flatMap(hop -> hop.value(Fact.SPAN_ID).stream()).collect(Collectors.toSet());
        List<TracedHop> placed = new ArrayList<>();
        for (Exchange exchange : Exchange.of(window)) {
            if (exchange.hops().stream().anyMatch(placing::containsKey)) {
                String trace = trace(exchange);
                remember(exchange, trace);
                exchange.hops().stream()
                        .map(placing::get)
                        .filter(came -> came != null)
                        .forEach(came -> placed.add(placed(came, trace, spans)));
            }
        }
        placed.sort(Comparator.comparing(TracedHop::start));
        return placed;
    }

    private String trace(Exchange exchange) {
        List<String> ties = exchange.hops().stream()
                .flatMap(hop -> Exchange.ties(hop).stream())
                .toList();
        return ties.stream()
                .flatMap(tie -> Optional.ofNullable(traceByTie.get(tie)).stream())
                .findFirst()
                .or(() -> ties.isEmpty() ? onlyOneOf(exchange) : Optional.empty())
                .or(() -> exchange.hops().stream()
                        .flatMap(hop -> hop.value(Fact.TRACE_ID).stream())
                        .findFirst())
                .orElseGet(() -> id(16));
    }

    /** What is tied to nothing goes with the session of its client, if there is exactly one. */
    private Optional<String> onlyOneOf(Exchange stray) {
        Set<String> known = client(stray).map(tracesByClient::get).orElse(Set.of());
        return known.size() == 1 ? known.stream().findFirst() : Optional.empty();
    }

    private static Optional<String> client(Exchange exchange) {
        return exchange.clientId()
                .or(() -> exchange.hops().stream()
                        .flatMap(hop -> hop.client().presented().flatMap(ObservedCertificate::commonName).stream())
                        .findFirst());
    }

    private void remember(Exchange exchange, String trace) {
        exchange.hops().stream()
                .flatMap(hop -> Exchange.ties(hop).stream())
                .forEach(tie -> traceByTie.putIfAbsent(tie, trace));
        exchange.clientId().ifPresent(client -> {
            Set<String> traces = tracesByClient.computeIfAbsent(client, none -> new HashSet<>());
            if (traces.size() < 2) {
                traces.add(trace);
            }
        });
    }

    private TracedHop placed(Came came, String trace, Set<String> spans) {
        Hop hop = came.hop();
        Optional<String> wire = hop.value(Fact.TRACE_ID);
        Optional<String> parent = hop.value(Fact.PARENT_SPAN);
        boolean same = wire.equals(Optional.of(trace))
                || parent.filter(span -> spans.contains(span) || trace.equals(traceBySpan.get(span)))
                        .isPresent();
        String own = hop.value(Fact.SPAN_ID)
                .filter(span -> !traceBySpan.containsKey(span))
                .orElseGet(() -> id(8));
        traceBySpan.put(own, trace);
        Optional<TracedHop.Span> caller = wire.flatMap(from -> parent.map(span -> new TracedHop.Span(from, span)));
        return new TracedHop(
                hop, came.shift(), trace, own, same ? parent : Optional.empty(), same ? Optional.empty() : caller);
    }

    private String id(int length) {
        byte[] id = new byte[length];
        random.nextBytes(id);
        id[length - 1] |= 1; // never all zero
        return HexFormat.of().formatHex(id);
    }
}
