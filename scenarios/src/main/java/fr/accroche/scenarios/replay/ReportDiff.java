package fr.accroche.scenarios.replay;

import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.replay.JudgedReport.JudgedFinding;
import fr.accroche.scenarios.replay.JudgedReport.JudgedRule;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What changed from one report to another.
 *
 * @param changes the rules whose status is no longer the same, by id
 * @param added what is found now and was not, and how often
 * @param removed what is no longer found, and how often it was
 */
public record ReportDiff(
        JudgedReport before,
        JudgedReport after,
        List<Change> changes,
        Map<JudgedFinding, Integer> added,
        Map<JudgedFinding, Integer> removed) {

    private static final List<Outcome> BEST_FIRST =
            List.of(Outcome.CONFORME, Outcome.INDETERMINE, Outcome.NON_CONFORME);

    public ReportDiff {
        changes = List.copyOf(changes);
        added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
        removed = Collections.unmodifiableMap(new LinkedHashMap<>(removed));
    }

    /** What a change of status means. */
    public enum Meaning {
        BROKEN("enfreinte", "broken", true),
        /** It held, and nothing says any more that it does. */
        LOST("plus jugée", "no longer judged", true),
        FIXED("réparée", "mended", false),
        OTHER("autre", "other", false);

        private final Text title;
        private final boolean worse;

        Meaning(String fr, String en, boolean worse) {
            this.title = Text.of(fr, en);
            this.worse = worse;
        }

        public Text title() {
            return title;
        }
    }

    /**
     * @param from empty where the first report has no such rule
     * @param to empty where the second one has none
     */
    public record Change(RuleId rule, String title, Optional<Status> from, Optional<Status> to, Meaning meaning) {}

    /** Where a finding is: what differs from run to run, a serial or an age, is no other place. */
    private record Spot(RuleId rule, Status status, Stage stage, String server) {
        static Spot of(JudgedFinding finding) {
            return new Spot(finding.rule(), finding.status(), finding.stage(), finding.server());
        }
    }

    public static ReportDiff of(JudgedReport before, JudgedReport after) {
        TreeSet<RuleId> ids = new TreeSet<>(before.rules().keySet());
        ids.addAll(after.rules().keySet());
        List<Change> changes = ids.stream()
                .flatMap(
                        id -> change(
                                Optional.ofNullable(before.rules().get(id)),
                                Optional.ofNullable(after.rules().get(id)))
                                .stream())
                .toList();
        return new ReportDiff(before, after, changes, more(before.bad(), after.bad()), more(after.bad(), before.bad()));
    }

    private static Optional<Change> change(Optional<JudgedRule> from, Optional<JudgedRule> to) {
        if (from.map(JudgedRule::status).equals(to.map(JudgedRule::status))) {
            return Optional.empty();
        }
        JudgedRule either = to.or(() -> from).orElseThrow();
        return Optional.of(new Change(
                either.id(),
                either.title(),
                from.map(JudgedRule::status),
                to.map(JudgedRule::status),
                meaning(from, to)));
    }

    private static Meaning meaning(Optional<JudgedRule> from, Optional<JudgedRule> to) {
        boolean wasBad = from.filter(JudgedRule::isBad).isPresent();
        boolean isBad = to.filter(JudgedRule::isBad).isPresent();
        Optional<Status> now = to.map(JudgedRule::status);
        if (isBad) {
            boolean worse = !wasBad || now.get().compareTo(from.get().status()) < 0;
            return worse ? Meaning.BROKEN : Meaning.OTHER;
        }
        if (wasBad) {
            return now.equals(Optional.of(Status.PASS)) ? Meaning.FIXED : Meaning.OTHER;
        }
        boolean held = from.map(JudgedRule::status).equals(Optional.of(Status.PASS));
        return held && !now.equals(Optional.of(Status.NOT_APPLICABLE)) ? Meaning.LOST : Meaning.OTHER;
    }

    /** What the second holds more than the first, spot by spot: of equal numbers none is more, whatever they say. */
    private static Map<JudgedFinding, Integer> more(
            Map<JudgedFinding, Integer> first, Map<JudgedFinding, Integer> second) {
        Map<Spot, Integer> left = new HashMap<>();
        second.forEach((finding, times) -> left.merge(Spot.of(finding), times, Integer::sum));
        first.forEach((finding, times) -> left.merge(Spot.of(finding), -times, Integer::sum));
        Map<JudgedFinding, Integer> more = new LinkedHashMap<>();
        second.forEach((finding, times) -> {
            int others = Math.max(0, times - first.getOrDefault(finding, 0));
            int here = Math.min(others, left.get(Spot.of(finding)));
            if (here > 0) {
                more.put(finding, here);
                left.merge(Spot.of(finding), -here, Integer::sum);
            }
        });
        return more;
    }

    /** Whether something got worse: a rule, a finding more, or the whole. */
    public boolean isWorse() {
        return changes.stream().anyMatch(change -> change.meaning().worse)
                || !added.isEmpty()
                || BEST_FIRST.indexOf(after.outcome()) > BEST_FIRST.indexOf(before.outcome());
    }
}
