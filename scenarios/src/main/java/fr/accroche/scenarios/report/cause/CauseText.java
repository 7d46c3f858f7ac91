package fr.accroche.scenarios.report.cause;

import fr.accroche.compliance.cause.Cause;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The causes of a run for a terminal, in the order in which servers refused. */
public final class CauseText {

    private final Language language;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private CauseText(Language language, Paint paint) {
        this.language = language;
        this.paint = paint;
    }

    /** None where nothing is broken. */
    public static List<String> lines(List<Cause> causes, Language language, Paint paint) {
        if (causes.isEmpty()) {
            return List.of();
        }
        CauseText text = new CauseText(language, paint);
        text.lines.add("");
        text.lines.add(paint.strong(CauseWords.DIAGNOSIS.in(language)));
        for (int i = 0; i < causes.size(); i++) {
            text.add(causes.size() == 1 ? "" : (i + 1) + ". ", causes.get(i));
        }
        return text.lines;
    }

    private void add(String number, Cause cause) {
        lines.add("  " + number + paint.bad(Observed.plain(cause.headline(language))));
        part(CauseWords.LIKELY, cause.likely().in(language));
        part(CauseWords.REPAIR, cause.repair().in(language));
        cause.refusal()
                .ifPresent(refusal ->
                        part(CauseWords.REAL_SERVICE, CauseWords.answer(refusal).in(language)));
        part(
                CauseWords.SYMPTOMS,
                cause.rules().stream().map(rule -> seen(rule, cause)).collect(Collectors.joining("; ")));
    }

    /** A rule, and the steps at which it is broken. */
    private String seen(RuleId rule, Cause cause) {
        return rule
                + cause.symptoms().stream()
                        .filter(finding -> finding.rule().equals(rule))
                        .map(Finding::stage)
                        .distinct()
                        .sorted()
                        .map(Stage::title)
                        .map(title -> title.in(language))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private void part(Text name, String value) {
        lines.add(String.format(Locale.ROOT, "    %-14s %s", name.in(language), Observed.plain(value)));
    }
}
