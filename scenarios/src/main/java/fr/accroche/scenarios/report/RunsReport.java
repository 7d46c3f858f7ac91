package fr.accroche.scenarios.report;

import static java.util.stream.Collectors.groupingBy;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.Version;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Several architectures for a terminal: a line for each, the whole report of those that are not conforming, and a total. */
public final class RunsReport {

    private static final Text TOTAL = Text.of("{0} architectures : {1} — {2}", "{0} architectures: {1} — {2}");

    private final Language language;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private RunsReport(Language language, Paint paint) {
        this.language = language;
        this.paint = paint;
    }

    public static String of(Runs runs, Language language, Paint paint) {
        RunsReport report = new RunsReport(language, paint);
        report.line(Version.line(Version.CURRENT).in(language) + " — " + Words.REHEARSAL.in(language));
        report.line("");
        runs.byArchitecture().forEach(report::line);
        report.line("");
        runs.byArchitecture().values().stream().filter(run -> !conforming(run)).forEach(report::whole);
        report.total(runs);
        return report.out.toString();
    }

    private void line(ShippedDeclaration architecture, Run run) {
        String clients = run.identities().stream().map(IdentityTable::clientId).collect(Collectors.joining(", "));
        line(String.format(
                Locale.ROOT,
                "  %s %-33s %-45s %s",
                conforming(run) ? paint.good("✓") : paint.bad("✗"),
                architecture.id(),
                clients,
                TextReport.summary(run, language, paint)));
    }

    private void whole(Run run) {
        out.append(TextReport.of(run, language, paint));
        line("");
    }

    private void total(Runs runs) {
        Map<Outcome, List<Run>> byOutcome = runs.byArchitecture().values().stream()
                .collect(groupingBy(run -> run.verdict().outcome(), TreeMap::new, Collectors.toList()));
        String outcomes = byOutcome.entrySet().stream()
                .map(entry ->
                        Words.counted(entry.getKey(), entry.getValue().size()).in(language))
                .collect(Collectors.joining(", "));
        Text total = TOTAL.with(runs.byArchitecture().size(), outcomes, Words.sessions(runs.sessions()));
        line(paint.strong(total.in(language) + Words.seconds(runs.took())));
    }

    private static boolean conforming(Run run) {
        return run.verdict().outcome() == Outcome.CONFORME;
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
