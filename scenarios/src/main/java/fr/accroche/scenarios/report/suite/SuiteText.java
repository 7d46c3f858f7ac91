package fr.accroche.scenarios.report.suite;

import static java.util.stream.Collectors.groupingBy;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.suite.CaseResult;
import fr.accroche.scenarios.suite.Check;
import fr.accroche.scenarios.suite.SuiteRun;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report on a suite for a terminal. */
public final class SuiteText {

    private static final int DIFFERENCES = 8;

    private final Language language;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private SuiteText(Language language, Paint paint) {
        this.language = language;
        this.paint = paint;
    }

    public static String of(SuiteRun run, Language language, Paint paint) {
        SuiteText report = new SuiteText(language, paint);
        report.head(run);
        run.results().forEach(report::line);
        report.broken(run);
        report.verdict(run);
        return report.out.toString();
    }

    private void head(SuiteRun run) {
        line(in(Version.line(run.version())) + " — " + in(Words.REHEARSAL));
        line(Observed.plain(in(Words.DECLARATION) + " "
                + run.declaration().lines().file() + " — " + run.declaration().title()));
        line(in(SuiteWords.SUITE) + " — "
                + run.operations().stream()
                        .map(operation -> operation.clientId().value())
                        .collect(Collectors.joining(", ")));
        line("");
        line(paint.strong(in(SuiteWords.CASES)));
    }

    private void line(CaseResult result) {
        line(String.format(
                Locale.ROOT,
                "  %s %-38s %s",
                mark(result.status()),
                result.played().id(),
                in(result.played().title())));
        result.reason()
                .ifPresent(reason ->
                        line("    " + in(SuiteWords.title(result.status())) + " — " + Observed.plain(in(reason))));
    }

    private String mark(Status status) {
        return switch (status) {
            case ERROR, FAIL -> paint.bad("✗");
            case REVIEW, WARNING, WAIVED -> paint.bad("!");
            case PASS -> paint.good("✓");
            case SKIPPED, NOT_APPLICABLE, NOT_TESTABLE -> "·";
        };
    }

    private void broken(SuiteRun run) {
        List<CaseResult> wrong =
                run.results().stream().filter(CaseResult::wrong).toList();
        if (!wrong.isEmpty()) {
            line("");
            line(paint.strong(in(Words.BROKEN)));
            wrong.forEach(this::broken);
        }
    }

    private void broken(CaseResult result) {
        line("");
        line("  " + paint.bad(result.played().id()) + "  " + in(result.played().title()));
        for (CaseSheet.Part part : new CaseSheet(result.played()).parts(language)) {
            part(part.name(), part.text());
            if (part.name().equals(Words.EXPECTED)) {
                differences(result);
            }
        }
    }

    /** What was observed, below what was expected. */
    private void differences(CaseResult result) {
        List<Check> failed = result.failed();
        failed.stream()
                .limit(DIFFERENCES)
                .forEach(check -> part(Words.OBSERVED, difference(check.where(), check.expected(), check.observed())));
        if (failed.size() > DIFFERENCES) {
            part(Words.OBSERVED, in(SuiteWords.OTHERS.with(failed.size() - DIFFERENCES)));
        }
        for (RuleResult rule : result.broken()) {
            rule.telling().ifPresent(finding -> part(Words.OBSERVED, difference(rule, finding)));
        }
    }

    private String difference(RuleResult rule, Finding finding) {
        return difference(
                rule.card().id() + " " + in(rule.card().title()) + " ("
                        + in(rule.card().likeness().fidelity().title()) + ")",
                finding.expected().value(),
                finding.observed().value());
    }

    private String difference(String where, String expected, String observed) {
        return Observed.plain(where + " : " + observed + "  [" + in(Words.EXPECTED) + " : " + expected + "]");
    }

    private void part(Text name, String value) {
        line(String.format(Locale.ROOT, "    %-9s %s", in(name), value));
    }

    private void verdict(SuiteRun run) {
        Map<Status, Long> counts =
                run.results().stream().collect(groupingBy(CaseResult::status, TreeMap::new, Collectors.counting()));
        String counted = counts.entrySet().stream()
                .map(entry -> in(SuiteWords.counted(entry.getKey(), entry.getValue())))
                .collect(Collectors.joining(", "));
        Outcome outcome = run.outcome();
        String title = in(outcome.title());
        line("");
        line(paint.strong(in(Words.VERDICT)) + "  "
                + (outcome == Outcome.CONFORME ? paint.good(title) : paint.bad(title)) + " — "
                + in(SuiteWords.COUNTS.with(run.results().size())) + counted + Words.seconds(run.took()));
        if (outcome == Outcome.INDETERMINE) {
            line("  " + in(SuiteWords.MASTERED));
        }
    }

    private String in(Text text) {
        return text.in(language);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
