package fr.accroche.scenarios.pmt;

import fr.accroche.compliance.cause.Cause;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.SessionResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the rules found in the sessions of one client_id, place by place.
 *
 * @param results each rule once, by id
 * @param sights the calls of those sessions
 * @param causes what most likely lies behind what the run broke
 */
record SeenRules(List<RuleResult> results, List<Sight> sights, List<Cause> causes) {

    private static final Text RULES = Text.of("Aucune règle n'y est enfreinte", "No rule is broken there");
    private static final Text COUNTED = Text.of("{0} : {1}", "{0}: {1}");
    private static final Text AND = Text.of("{0} ; {1}", "{0}; {1}");
    private static final Text FOUND = Text.of(
            "{0} — attendu : {1} [{2}] ; observé : {3} [{4}]", "{0} — expected: {1} [{2}]; observed: {3} [{4}]");
    private static final Text CAUSE = Text.verbatim("{0} — {1}. {2}");
    private static final Text AND_OTHERS = Text.of("{0} (et {1} de plus)", "{0} (and {1} more)");
    private static final Text NOTHING = Text.of("aucune règle n'y a été jugée", "no rule was judged there");
    private static final Text NOWHERE = Text.verbatim("—");

    /** Of these sessions, taken together: a rule that one of them does not reach may be held in another. */
    static SeenRules of(List<SessionResult> sessions, List<Sight> sights, List<Cause> causes) {
        Map<RuleId, RuleResult> merged = new TreeMap<>();
        sessions.forEach(session ->
                session.rules().forEach(result -> merged.merge(result.card().id(), result, SeenRules::both)));
        return new SeenRules(List.copyOf(merged.values()), sights, causes);
    }

    private static RuleResult both(RuleResult one, RuleResult other) {
        List<Finding> findings = new ArrayList<>(one.findings());
        findings.addAll(other.findings());
        Status status = findings.stream()
                .map(Finding::status)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> one.status().compareTo(other.status()) < 0 ? one.status() : other.status());
        return new RuleResult(one.card(), status, findings, one.reason().or(other::reason));
    }

    /** The rules that found something at such a place. */
    SeenRules at(Predicate<Finding> place) {
        return new SeenRules(
                results.stream()
                        .map(result -> only(result, place))
                        .filter(result -> !result.findings().isEmpty())
                        .toList(),
                sights,
                causes);
    }

    /** Those that found something at no other place, and those that found nothing at all. */
    SeenRules outside(Predicate<Finding> place) {
        return new SeenRules(
                results.stream()
                        .map(result -> only(result, place.negate()))
                        .filter(result -> !result.findings().isEmpty()
                                || found(result.card()).isEmpty())
                        .toList(),
                sights,
                causes);
    }

    private List<Finding> found(RuleCard card) {
        return results.stream()
                .filter(result -> result.card().equals(card))
                .flatMap(result -> result.findings().stream())
                .toList();
    }

    private static RuleResult only(RuleResult result, Predicate<Finding> place) {
        List<Finding> there = result.findings().stream().filter(place).toList();
        Status status = there.stream()
                .map(Finding::status)
                .min(Comparator.naturalOrder())
                .orElse(result.status());
        return new RuleResult(result.card(), status, there, result.reason());
    }

    /** One point for all of them, and one more for each that someone must do something about. */
    List<PmtPoint> points() {
        List<PmtPoint> points = new ArrayList<>();
        points.add(new PmtPoint("rules", RULES, state(), counted(), NOWHERE, Owner.EDITEUR_LPS.title()));
        results.stream()
                .filter(result -> result.status().compareTo(Status.PASS) < 0)
                .map(this::point)
                .forEach(points::add);
        return points;
    }

    /** What is not applicable or not testable counts for nothing; it is listed. */
    private PmtState state() {
        List<PmtState> judged = results.stream()
                .map(RuleResult::status)
                .filter(status -> status != Status.NOT_APPLICABLE && status != Status.NOT_TESTABLE)
                .map(PmtState::of)
                .toList();
        return PmtState.worst(judged);
    }

    private Text counted() {
        Map<Status, List<RuleResult>> byStatus =
                results.stream().collect(Collectors.groupingBy(RuleResult::status, TreeMap::new, Collectors.toList()));
        return byStatus.entrySet().stream()
                .map(entry ->
                        COUNTED.with(entry.getKey().counted(entry.getValue().size()), ids(entry.getValue())))
                .reduce((first, second) -> AND.with(first, second))
                .orElse(NOTHING);
    }

    private static String ids(List<RuleResult> results) {
        return results.stream().map(result -> result.card().id().value()).collect(Collectors.joining(" "));
    }

    private PmtPoint point(RuleResult result) {
        Finding telling = result.telling().orElseThrow();
        long others = result.findings().stream()
                        .filter(finding -> finding.status().compareTo(Status.PASS) < 0)
                        .count()
                - 1;
        Text found = causes.stream()
                .filter(cause -> cause.symptoms().contains(telling))
                .findFirst()
                .map(cause -> CAUSE.with(
                        result.status().title(),
                        new Text(cause.headline(Language.FR), cause.headline(Language.EN)),
                        cause.repair()))
                .orElseGet(() -> FOUND.with(
                        result.status().title(),
                        telling.expected().shown(),
                        telling.expected().where(),
                        telling.observed().shown(),
                        telling.observed().where()));
        return new PmtPoint(
                result.card().id().value(),
                result.card().title(),
                PmtState.of(result.status()),
                others > 0 ? AND_OTHERS.with(found, others) : found,
                where(telling),
                Who.of(result.card().owners()));
    }

    /** The call that a finding is about: the one that was refused for it, else the one that holds it; else its step. */
    private Text where(Finding finding) {
        List<Sight> there = sights.stream()
                .filter(sight -> sight.hop().stage() == finding.stage()
                        && sight.hop().server().equals(finding.server()))
                .toList();
        return there.stream()
                .filter(sight -> sight.hop().breaches().stream()
                        .anyMatch(breach -> breach.rule().equals(finding.rule())))
                .findFirst()
                .or(() -> there.stream()
                        .filter(sight -> sight.hop().facts().containsValue(finding.observed()))
                        .findFirst())
                .or(() -> there.size() == 1 ? there.stream().findFirst() : Optional.empty())
                .map(Sight::where)
                .orElse(finding.stage().title());
    }
}
