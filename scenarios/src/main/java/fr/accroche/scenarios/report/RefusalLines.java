package fr.accroche.scenarios.report;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who would have refused, as lines for a terminal. */
final class RefusalLines {

    private RefusalLines() {}

    /** Where refusals were withheld: who would have been the first to refuse, and who next, had that been put right; else none. */
    static List<String> of(Verdict verdict, Language language, Paint paint) {
        List<Refusal> refusals = Refusal.of(verdict);
        List<String> lines = new ArrayList<>();
        if (refusals.stream().noneMatch(Refusal::withheld)) {
            return lines;
        }
        lines.add("");
        lines.add(paint.strong(Words.REFUSALS.in(language)));
        for (int i = 0; i < refusals.size(); i++) {
            lines.add(line(i + 1, refusals.get(i), paint));
        }
        return lines;
    }

    private static String line(int place, Refusal refusal, Paint paint) {
        String rules = refusal.rules().stream().map(RuleId::value).collect(Collectors.joining(" "));
        return String.format(
                        Locale.ROOT,
                        "  %2d. %-15s %-40s %s",
                        place,
                        refusal.server(),
                        Observed.plain(refusal.answer()),
                        paint.bad(rules))
                .stripTrailing();
    }

    /** Whether a refusal kept rules from being reached that calls which go on would reach; none goes on without a connection. */
    static boolean endsEarly(Verdict verdict) {
        List<Refusal> refusals = Refusal.of(verdict);
        return refusals.stream().noneMatch(Refusal::withheld)
                && refusals.stream().anyMatch(refusal -> refusal.stage() != Stage.HANDSHAKE_FAILED)
                && verdict.rules().stream().anyMatch(result -> result.status() == Status.SKIPPED);
    }
}
