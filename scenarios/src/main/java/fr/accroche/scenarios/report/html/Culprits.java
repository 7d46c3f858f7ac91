package fr.accroche.scenarios.report.html;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which calls broke which rules. A guard says so on its call. A rule names the step, the server and what it observed: as it looks
 * at the calls in their order, its nth finding of one thing is about the nth call that holds it. What cannot be told so is the
 * doing of the only call of that step, if there is one; else of none: an arrow is not red by a guess.
 */
final class Culprits {

    private record Step(Stage stage, String server) {}

    private record Sight(Step step, Observed observed) {}

    private final Map<Step, List<Hop>> byStep = new HashMap<>();
    private final Map<Sight, List<Hop>> bySight = new HashMap<>();
    private final Map<Hop, Set<RuleId>> broken = new IdentityHashMap<>();
    private final Map<RuleId, List<Hop>> hops = new HashMap<>();

    private Culprits() {}

    static Culprits of(Verdict verdict) {
        Culprits culprits = new Culprits();
        verdict.exchanges().stream().map(Exchange::hops).forEach(hops -> hops.forEach(culprits::index));
        verdict.rules().stream().filter(Culprits::wrong).forEach(culprits::blame);
        return culprits;
    }

    static boolean wrong(RuleResult result) {
        return result.status().compareTo(Status.PASS) < 0;
    }

    /** The rules that this very call broke, or leaves in doubt. */
    Set<RuleId> of(Hop hop) {
        return broken.getOrDefault(hop, Set.of());
    }

    /** The calls that broke a rule, in their order. */
    List<Hop> of(RuleId rule) {
        return hops.getOrDefault(rule, List.of());
    }

    private void index(Hop hop) {
        Step step = new Step(hop.stage(), hop.server());
        byStep.computeIfAbsent(step, none -> new ArrayList<>()).add(hop);
        Set<Sight> sights = new LinkedHashSet<>();
        hop.facts().values().forEach(fact -> sights.add(sight(step, fact)));
        hop.client().presented().ifPresent(shown -> sights.add(sight(step, new Observed("", shown.where()))));
        sights.forEach(
                each -> bySight.computeIfAbsent(each, none -> new ArrayList<>()).add(hop));
    }

    /** Whatever part of a certificate was looked at, it is the certificate that was seen. */
    private static Sight sight(Step step, Observed observed) {
        int end = observed.where().indexOf("TLS/certificate[") < 0
                ? -1
                : observed.where().lastIndexOf(']');
        return new Sight(
                step, end < 0 ? observed : new Observed("", observed.where().substring(0, end + 1)));
    }

    private void blame(RuleResult result) {
        RuleId rule = result.card().id();
        Map<Step, Boolean> refused = new HashMap<>();
        Map<Sight, Integer> seen = new HashMap<>();
        for (Finding finding : result.findings()) {
            Step step = new Step(finding.stage(), finding.server());
            Sight sight = sight(step, finding.observed());
            List<Hop> holding = bySight.getOrDefault(sight, List.of());
            int nth = seen.merge(sight, 1, Integer::sum);
            if (finding.status().compareTo(Status.PASS) < 0
                    && !refused.computeIfAbsent(step, there -> blameRefused(rule, there))) {
                blame(rule, step, holding, nth);
            }
        }
    }

    /** Whether a guard said so there: all of its refusals at once, once for all findings of the step. */
    private boolean blameRefused(RuleId rule, Step step) {
        List<Hop> guarded = byStep.getOrDefault(step, List.of()).stream()
                .filter(hop -> refusedFor(hop, rule))
                .toList();
        guarded.forEach(hop -> blame(rule, hop));
        return !guarded.isEmpty();
    }

    private void blame(RuleId rule, Step step, List<Hop> holding, int nth) {
        List<Hop> there = byStep.getOrDefault(step, List.of());
        if (!holding.isEmpty()) {
            blame(rule, holding.get(Math.min(nth, holding.size()) - 1));
        } else if (there.size() == 1) {
            blame(rule, there.get(0));
        }
    }

    private static boolean refusedFor(Hop hop, RuleId rule) {
        return hop.breaches().stream().map(Breach::rule).anyMatch(rule::equals);
    }

    private void blame(RuleId rule, Hop hop) {
        if (broken.computeIfAbsent(hop, none -> new LinkedHashSet<>()).add(rule)) {
            hops.computeIfAbsent(rule, none -> new ArrayList<>()).add(hop);
        }
    }
}
