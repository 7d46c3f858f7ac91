package fr.accroche.compliance.cause;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.SessionResult;
import fr.accroche.compliance.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From what a run broke to what most likely lies behind it. The same verdict gives the same causes, in the same order. */
public final class Causes {

    /** A crash of ours has no cause that anyone out there could repair. */
    private static final Set<Status> EXPLAINED = EnumSet.of(Status.FAIL, Status.REVIEW, Status.WARNING);

    private Causes() {}

    /**
     * The causes of a run, those first that a server refused first; each broken finding belongs to exactly one. What several sessions
     * share is one cause.
     *
     * @param declaration the one that was judged against
     */
    public static List<Cause> of(Verdict verdict, Declaration declaration) {
        if (verdict.rules().stream().noneMatch(Causes::isBroken)) {
            return List.of();
        }
        Map<Object, List<Sighting>> sightings = verdict.bySession(declaration).stream()
                .flatMap(session -> sightings(session, declaration))
                .collect(Collectors.groupingBy(
                        sighting -> sighting.suspicion().identity(), LinkedHashMap::new, Collectors.toList()));
        return sightings.values().stream()
                .map(Causes::first)
                .sorted(Sighting.ORDER)
                .map(first -> cause(first, sightings.get(first.suspicion().identity())))
                .toList();
    }

    /** The cause of each broken finding of a run, for reports that tell of findings one by one. */
    public static Map<Finding, Cause> byFinding(List<Cause> causes) {
        Map<Finding, Cause> byFinding = new HashMap<>();
        causes.forEach(cause -> cause.symptoms().forEach(finding -> byFinding.putIfAbsent(finding, cause)));
        return byFinding;
    }

    private static boolean isBroken(RuleResult result) {
        return result.findings().stream().anyMatch(finding -> EXPLAINED.contains(finding.status()));
    }

    private static Stream<Sighting> sightings(SessionResult session, Declaration declaration) {
        List<Finding> broken = session.rules().stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> EXPLAINED.contains(finding.status()))
                .toList();
        List<Suspicion> suspicions = new ArrayList<>();
        Clues clues = new Clues(declaration, session.exchange(), broken);
        for (Recogniser recogniser : Recognisers.ALL) {
            List<Suspicion> found = recogniser.recognise(clues);
            suspicions.addAll(found);
            clues = clues.without(found.stream()
                    .flatMap(suspicion -> suspicion.symptoms().stream())
                    .toList());
        }
        return suspicions.stream().map(suspicion -> Sighting.of(suspicion, session.exchange()));
    }

    private static Sighting first(List<Sighting> same) {
        return same.stream().min(Sighting.ORDER).orElseThrow();
    }

    private static Cause cause(Sighting first, List<Sighting> same) {
        Suspicion suspicion = first.suspicion();
        return new Cause(
                suspicion.field(),
                suspicion.telling().expected(),
                suspicion.telling().observed(),
                suspicion.telling().rule(),
                suspicion.telling().status(),
                suspicion.owner(),
                suspicion.likely(),
                suspicion.repair(),
                same.stream()
                        .flatMap(sighting -> sighting.suspicion().symptoms().stream())
                        .toList(),
                first.refusal());
    }
}
