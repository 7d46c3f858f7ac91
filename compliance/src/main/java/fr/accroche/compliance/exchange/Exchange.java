package fr.accroche.compliance.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hops of one LPS session, by the time they began; immutable.
 *
 * @param hops never empty
 */
public record Exchange(List<Hop> hops) {

    public Exchange {
        hops = hops.stream().sorted(Comparator.comparing(Hop::at)).toList();
    }

    /**
     * Sorts hops into sessions. Two hops belong together when they share a value of a fact that correlates (a PSC session,
     * a token, a trace), directly or through others. A hop that shares none goes with the session of its client_id, if
     * there is exactly one. What an LPS alone noted, where its proxy kept no trace, goes with the session that received its
     * requests ({@link LpsSide}).
     */
    public static List<Exchange> of(List<Hop> hops) {
        Groups groups = new Groups(hops.size());
        Map<String, Integer> firstByValue = new HashMap<>();
        for (int i = 0; i < hops.size(); i++) {
            for (String key : ties(hops.get(i))) {
                Integer first = firstByValue.putIfAbsent(key, i);
                if (first != null) {
                    groups.join(first, i);
                }
            }
        }
        Map<Integer, List<Hop>> sessions = new LinkedHashMap<>();
        List<Hop> strays = new ArrayList<>();
        for (int i = 0; i < hops.size(); i++) {
            if (ties(hops.get(i)).isEmpty()) {
                strays.add(hops.get(i));
            } else {
                sessions.computeIfAbsent(groups.root(i), root -> new ArrayList<>())
                        .add(hops.get(i));
            }
        }
        List<List<Hop>> parts = new ArrayList<>(sessions.values());
        adopt(strays, parts);
        return LpsSide.reunited(parts).stream()
                .map(Exchange::new)
                .sorted(Comparator.comparing(Exchange::start))
                .toList();
    }

    private Instant start() {
        return hops.get(0).at();
    }

    private static void adopt(List<Hop> strays, List<List<Hop>> sessions) {
        Map<Optional<String>, List<List<Hop>>> byClient = new HashMap<>();
        sessions.forEach(session -> byClient.computeIfAbsent(clientOf(session), client -> new ArrayList<>())
                .add(session));
        for (Hop stray : strays) {
            Optional<String> client = stray.value(Fact.CLIENT_ID)
                    .or(() -> stray.client().presented().flatMap(ObservedCertificate::commonName));
            List<List<Hop>> fitting = client.isEmpty() ? List.of() : byClient.getOrDefault(client, List.of());
            if (fitting.size() == 1) {
                fitting.get(0).add(stray);
            } else {
                List<Hop> own = new ArrayList<>(List.of(stray));
                sessions.add(own);
                byClient.computeIfAbsent(clientOf(own), none -> new ArrayList<>())
                        .add(own);
            }
        }
    }

    static Optional<String> clientOf(List<Hop> session) {
        return session.stream()
                .flatMap(hop -> hop.value(Fact.CLIENT_ID).stream())
                .findFirst();
    }

    /** What ties a hop to its session: two hops that share one of these belong together. */
    public static List<String> ties(Hop hop) {
        return hop.facts().entrySet().stream()
                .filter(entry -> entry.getKey().correlates())
                .map(entry -> key(entry.getKey(), entry.getValue().value()))
                .toList();
    }

    private static String key(Fact fact, String value) {
        // A bearer is noted as an API token whatever it is; a PSC token sent as bearer must still find its session.
        boolean token = fact == Fact.API_TOKEN || fact == Fact.PSC_TOKEN;
        return (token ? "TOKEN" : fact.name()) + "=" + value;
    }

    /** Disjoint sets of hop indices. */
    private static final class Groups {
        private final int[] parent;

        Groups(int size) {
            parent = new int[size];
            Arrays.setAll(parent, i -> i);
        }

        int root(int i) {
            while (parent[i] != i) {
                parent[i] = parent[parent[i]];
                i = parent[i];
            }
            return i;
        }

        void join(int a, int b) {
            parent[root(b)] = root(a);
        }
    }

    /** The client_id of the session: the one it was opened for. */
    public Optional<String> clientId() {
        return clientOf(hops);
    }
}
