package fr.accroche.scenarios.report.diff;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.replay.JudgedReport;
import fr.accroche.scenarios.replay.JudgedReport.JudgedFinding;
import fr.accroche.scenarios.replay.ReportDiff;
import fr.accroche.scenarios.replay.ReportDiff.Change;
import fr.accroche.scenarios.replay.ReportDiff.Meaning;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The difference of two reports for a terminal: what got worse first. */
public final class DiffText {

    private static final Text ADDED = Text.of("Constats en plus : {0}", "New findings: {0}");
    private static final Text REMOVED = Text.of("Constats en moins : {0}", "Findings gone: {0}");
    private static final Text WORSE = Text.of("Quelque chose a empiré.", "Something got worse.");
    private static final Text NOT_WORSE = Text.of("Rien n'a empiré.", "Nothing got worse.");
    private static final Text ABSENT = Text.of("absente", "absent");

    private final Language language;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private DiffText(Language language, Paint paint) {
        this.language = language;
        this.paint = paint;
    }

    public static String of(ReportDiff diff, Language language, Paint paint) {
        DiffText text = new DiffText(language, paint);
        text.line("- " + text.report(diff.before()));
        text.line("+ " + text.report(diff.after()));
        for (Meaning meaning : Meaning.values()) {
            text.changes(
                    meaning,
                    diff.changes().stream()
                            .filter(change -> change.meaning() == meaning)
                            .toList());
        }
        text.findings(ADDED, "+", diff.added());
        text.findings(REMOVED, "-", diff.removed());
        text.line("");
        text.line(diff.isWorse() ? paint.bad(text.in(WORSE)) : paint.good(text.in(NOT_WORSE)));
        return text.out.toString();
    }

    private String report(JudgedReport report) {
        String counts = report.counts().entrySet().stream()
                .map(entry -> in(entry.getKey().counted(Math.toIntExact(entry.getValue()))))
                .collect(Collectors.joining(", "));
        return Observed.plain(report.file()) + "  " + report.at() + "  "
                + in(report.outcome().title()) + " — "
                + in(Words.COUNTS.with(report.rules().size())) + counts;
    }

    private void changes(Meaning meaning, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        line("");
        line(paint.strong(in(Words.RULES) + " — " + in(meaning.title()) + " (" + changes.size() + ")"));
        changes.forEach(change -> line("  " + change.rule() + "  " + status(change.from()) + " → " + status(change.to())
                + "  " + change.title()));
    }

    private String status(Optional<Status> status) {
        return in(status.map(Status::title).orElse(ABSENT));
    }

    private void findings(Text title, String mark, Map<JudgedFinding, Integer> findings) {
        if (findings.isEmpty()) {
            return;
        }
        line("");
        int all = findings.values().stream().mapToInt(Integer::intValue).sum();
        line(paint.strong(in(title.with(all))));
        findings.forEach((finding, times) -> {
            line("  " + mark + " " + finding.rule() + "  " + in(finding.status().title()) + "  "
                    + in(finding.stage().title()) + ", " + finding.server()
                    + (times > 1 ? "  × " + times : ""));
            line("      " + in(Words.EXPECTED) + " " + shown(finding.expected()) + "  " + in(Words.OBSERVED) + " "
                    + shown(finding.observed()));
        });
    }

    private static String shown(String value) {
        return new Observed(value, "").shown();
    }

    private String in(Text text) {
        return text.in(language);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
