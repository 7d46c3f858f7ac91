package fr.accroche.compliance.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an LPS noted of a session, without a hop of any server. A proxy of the vendor's may keep no trace and say no session:
 * then only what came through tells which session it was.
 */
final class LpsSide {

    private static final Set<Stage> OF_LPS = EnumSet.of(Stage.LPS_CONNECT, Stage.LPS_SEND, Stage.LPS_DISCONNECT);

    private LpsSide() {}

    /**
     * The same sessions, with each LPS's side put to the one that received a body as it was sent; failing that, to the only one
     * of its client_id.
     */
    static List<List<Hop>> reunited(List<List<Hop>> sessions) {
        return joined(joined(sessions, LpsSide::sameBody), LpsSide::sameClient);
    }

    private static List<List<Hop>> joined(
            List<List<Hop>> sessions, BiFunction<List<Hop>, List<List<Hop>>, Optional<List<Hop>>> partner) {
        List<List<Hop>> whole = new ArrayList<>(sessions);
        for (List<Hop> side : sessions) {
            if (isSide(side)) {
                List<List<Hop>> others = whole.stream()
                        .filter(session -> session.stream().noneMatch(LpsSide::ofLps))
                        .toList();
                partner.apply(side, others).ifPresent(session -> {
                    whole.removeIf(one -> one == side);
                    session.addAll(side);
                });
            }
        }
        return whole;
    }

    private static boolean isSide(List<Hop> session) {
        return session.stream().allMatch(LpsSide::ofLps);
    }

    private static boolean ofLps(Hop hop) {
        return OF_LPS.contains(hop.stage());
    }

    private static Optional<List<Hop>> sameBody(List<Hop> side, List<List<Hop>> others) {
        Set<String> sent = bodies(side);
        return only(others, session -> bodies(session).stream().anyMatch(sent::contains));
    }

    private static Optional<List<Hop>> sameClient(List<Hop> side, List<List<Hop>> others) {
        return Exchange.clientOf(side)
                .flatMap(client ->
                        only(others, session -> Exchange.clientOf(session).equals(Optional.of(client))));
    }

    private static Optional<List<Hop>> only(List<List<Hop>> sessions, Predicate<List<Hop>> fitting) {
        List<List<Hop>> found = sessions.stream().filter(fitting).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Set<String> bodies(List<Hop> session) {
        return session.stream()
                .filter(hop -> hop.stage() == Stage.LPS_SEND || hop.stage() == Stage.BUSINESS)
                .flatMap(hop -> hop.value(Fact.BODY_SHA256).stream())
                .collect(Collectors.toSet());
    }
}
