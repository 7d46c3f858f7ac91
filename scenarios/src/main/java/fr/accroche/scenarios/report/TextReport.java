package fr.accroche.scenarios.report;

import static java.util.stream.Collectors.groupingBy;

import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report for a terminal. */
public final class TextReport {

    private final Language language;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private TextReport(Language language, Paint paint) {
        this.language = language;
        this.paint = paint;
    }

    public static String of(Run run, Language language, Paint paint) {
        TextReport report = new TextReport(language, paint);
        report.head(run);
        run.verdict().exchanges().forEach(report::session);
        run.identities().forEach(report::identities);
        report.rules(run.verdict().rules());
        report.broken(run.verdict().rules());
        report.verdict(run);
        return report.out.toString();
    }

    /** One line for a hop, as {@code up} prints it too. */
    public static String line(Hop hop, Language language, Paint paint) {
        boolean fine = hop.succeeded() && hop.breaches().isEmpty();
        String answer = hop.status() == 0 ? "—" : String.valueOf(hop.status());
        String tail = hop.answer().map(error -> " " + error).orElse("");
        String rules = hop.breaches().stream()
                .map(breach -> breach.rule().value())
                .distinct()
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "  %s %6d ms  %-34s %-22s %s%s%s",
                fine ? paint.good("✓") : paint.bad("✗"),
                hop.took().toMillis(),
                hop.stage().title().in(language),
                hop.server(),
                answer,
                tail,
                rules.isEmpty() ? "" : "  " + paint.bad(rules));
    }

    private void head(Run run) {
        line("accroche " + run.version() + " — " + in(Words.REHEARSAL));
        line(in(Words.DECLARATION) + " " + run.declaration().lines().file() + " — "
                + run.declaration().solution());
        run.fault().ifPresent(fault -> line(in(Words.FAULT) + " " + fault.id() + " — " + in(fault.title())));
    }

    private void session(Exchange exchange) {
        line("");
        line(paint.strong(in(Words.SESSION) + " " + exchange.clientId().orElse(in(Words.UNKNOWN_CLIENT))));
        exchange.hops().forEach(hop -> line(line(hop, language, paint)));
    }

    private void identities(IdentityTable table) {
        line("");
        line(paint.strong(in(Words.IDENTITIES) + " " + table.clientId()));
        row("", " ", in(Words.EXPECTED), in(Words.OBSERVED));
        for (IdentityTable.Row row : table.rows()) {
            String mark = row.observed().isEmpty() ? "·" : row.agrees() ? paint.good("✓") : paint.bad("✗");
            String observed = row.observed().map(Observed::value).orElse(in(Words.NOT_SEEN));
            row(in(row.what()), mark, row.expected().value(), observed);
        }
    }

    private void row(String what, String mark, String expected, String observed) {
        line(String.format(Locale.ROOT, "  %s %-30s %-26s %s", mark, what, expected, observed)
                .stripTrailing());
    }

    private void rules(List<RuleResult> results) {
        line("");
        line(paint.strong(in(Words.RULES)));
        Map<String, List<RuleResult>> families = results.stream()
                .collect(groupingBy(result -> result.card().id().family(), TreeMap::new, Collectors.toList()));
        families.forEach((family, members) -> {
            boolean bad = members.stream().anyMatch(result -> result.status() == Status.FAIL);
            boolean seen = members.stream().anyMatch(result -> result.status() == Status.PASS);
            String mark = bad ? paint.bad("✗") : seen ? paint.good("✓") : "·";
            line("  " + mark + " " + family + "  " + counts(members));
        });
    }

    private String counts(List<RuleResult> members) {
        Map<Status, List<RuleResult>> byStatus =
                members.stream().collect(groupingBy(RuleResult::status, TreeMap::new, Collectors.toList()));
        return byStatus.entrySet().stream()
                .map(entry -> entry.getValue().size() + " " + in(entry.getKey().title())
                        + named(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String named(Status status, List<RuleResult> members) {
        boolean plain = status == Status.PASS || status == Status.SKIPPED;
        return plain
                ? ""
                : members.stream()
                        .map(result -> result.card().id().value())
                        .collect(Collectors.joining(" ", " (", ")"));
    }

    private void broken(List<RuleResult> results) {
        List<RuleResult> wrong = results.stream()
                .filter(result -> result.status().compareTo(Status.PASS) < 0)
                .toList();
        if (wrong.isEmpty()) {
            return;
        }
        line("");
        line(paint.strong(in(Words.BROKEN)));
        wrong.forEach(result -> result.telling().ifPresent(finding -> broken(result, finding)));
    }

    private void broken(RuleResult result, Finding finding) {
        long others = result.findings().stream()
                        .filter(other -> other.status() == result.status())
                        .count()
                - 1;
        String place = in(finding.stage().title()) + ", " + finding.server();
        line("");
        line("  " + paint.bad(result.card().id().value()) + "  "
                + in(result.card().title()));
        line("    " + (others == 0 ? place : in(Words.PLACES.with(place, others))));
        part(
                Words.EXPECTED,
                finding.expected().value() + "  [" + finding.expected().where() + "]");
        part(
                Words.OBSERVED,
                finding.observed().value() + "  [" + finding.observed().where() + "]");
        part(Words.SOURCE, in(result.card().citation().line()));
        part(Words.REMEDY, in(result.card().remedyFor(finding)));
        part(
                Words.OWNER,
                result.card().owners().stream().map(Owner::title).map(this::in).collect(Collectors.joining(", ")));
    }

    private void part(Text name, String value) {
        line(String.format(Locale.ROOT, "    %-9s %s", in(name), value));
    }

    private void verdict(Run run) {
        List<RuleResult> rules = run.verdict().rules();
        long passed =
                rules.stream().filter(result -> result.status() == Status.PASS).count();
        long failed =
                rules.stream().filter(result -> result.status() == Status.FAIL).count();
        Outcome outcome = run.verdict().outcome();
        String title = in(outcome.title());
        line("");
        line(paint.strong(in(Words.VERDICT)) + "  "
                + (outcome == Outcome.CONFORME ? paint.good(title) : paint.bad(title))
                + " — " + in(Words.COUNTS.with(rules.size(), passed, failed))
                + String.format(Locale.ROOT, " — %.1f s", run.took().toMillis() / 1000.0));
        if (outcome == Outcome.INDETERMINE) {
            line("  " + in(Words.INCONCLUSIVE));
        }
    }

    private String in(Text text) {
        return text.in(language);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
