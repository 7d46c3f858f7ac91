package fr.accroche.compliance.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
        return joined(joined(sessions, LpsSide::bodies), LpsSide::clients);
    }

    /** By what a side shares with one session only, of those that no LPS's side belongs to yet. */
    private static List<List<Hop>> joined(List<List<Hop>> sessions, Function<List<Hop>, Set<String>> marks) {
        Map<String, List<List<Hop>>> marked = new HashMap<>();
        sessions.stream()
                .filter(LpsSide::isOpen)
                .forEach(session -> marks.apply(session)
                        .forEach(mark -> marked.computeIfAbsent(mark, none -> new ArrayList<>())
                                .add(session)));
        List<List<Hop>> whole = new ArrayList<>();
        for (List<Hop> session : sessions) {
            Optional<List<Hop>> partner = isSide(session) ? only(marks.apply(session), marked) : Optional.empty();
            partner.ifPresentOrElse(other -> other.addAll(session), () -> whole.add(session));
        }
        return whole;
    }

    /** Looks no further than the second: of a mark that all sessions have, each side would go through all. */
    private static Optional<List<Hop>> only(Set<String> marks, Map<String, List<List<Hop>>> marked) {
        Set<List<Hop>> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String mark : marks) {
            marked.getOrDefault(mark, List.of()).stream()
                    .filter(LpsSide::isOpen)
                    .limit(2)
                    .forEach(found::add);
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static boolean isOpen(List<Hop> session) {
        return session.stream().noneMatch(LpsSide::ofLps);
    }

    private static boolean isSide(List<Hop> session) {
        return session.stream().allMatch(LpsSide::ofLps);
    }

    private static boolean ofLps(Hop hop) {
        return OF_LPS.contains(hop.stage());
    }

    private static Set<String> clients(List<Hop> session) {
        return Exchange.clientOf(session).map(Set::of).orElse(Set.of());
    }

    private static Set<String> bodies(List<Hop> session) {
        return session.stream()
                .filter(hop -> hop.stage() == Stage.LPS_SEND || hop.stage() == Stage.BUSINESS)
                .flatMap(hop -> hop.value(Fact.BODY_SHA256).stream())
                .collect(Collectors.toSet());
    }
}
