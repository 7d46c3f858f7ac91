package fr.accroche.scenarios.report;

import static java.util.stream.Collectors.groupingBy;

import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.report.cause.CauseText;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        report.own(run.own());
        run.verdict().exchanges().forEach(report::session);
        run.identities().forEach(report::identities);
        report.rules(run.verdict().rules());
        RefusalLines.of(run.verdict(), language, paint).forEach(report::line);
        CauseText.lines(run.causes(), language, paint).forEach(line -> report.line(line));
        report.broken(run.verdict().rules());
        report.verdict(run);
        return report.out.toString();
    }

    /** One line for a hop, as {@code up} prints it too. */
    public static String line(Hop hop, Language language, Paint paint) {
        boolean withheld = hop.fact(Fact.REFUSAL_WITHHELD).isPresent();
        boolean fine = hop.succeeded() && hop.breaches().isEmpty() && !withheld;
        String status = hop.status() == 0 ? "—" : String.valueOf(hop.status());
        String answer = status + Observed.plain(Refusal.beside(hop));
        String tail = hop.answer()
                .or(() -> onDemand(hop, language))
                .map(error -> " " + Observed.plain(error))
                .orElse("");
        String rules = hop.breaches().stream()
                .map(breach -> breach.rule().value())
                .distinct()
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "  %s %6d ms  %-36s %-15s %s%s%s",
                fine ? paint.good("✓") : paint.bad("✗"),
                hop.took().toMillis(),
                hop.stage().title().in(language),
                hop.server(),
                answer,
                tail,
                rules.isEmpty() ? "" : "  " + paint.bad(rules));
    }

    /** What a call met on demand and was served all the same: a delay, another time. */
    private static Optional<String> onDemand(Hop hop, Language language) {
        return hop.value(Fact.FAULT_ON_DEMAND)
                .map(what -> Stage.FAULT_ON_DEMAND.title().in(language) + ": " + what);
    }

    private void head(Run run) {
        line(in(Version.line(run.version())) + " — " + in(Words.REHEARSAL));
        line(Observed.plain(in(Words.DECLARATION) + " "
                + run.declaration().lines().file() + " — " + run.declaration().title()));
        run.replayed().ifPresent(from -> line(Observed.plain(in(Words.REPLAYED.with(from.file(), from.at())))));
        run.faults().forEach(fault -> line(in(Words.FAULT) + " " + fault.id() + " — " + in(fault.title())));
    }

    /** Silence first: it is why the rest is empty. */
    private void own(OwnLinks own) {
        own.silence().ifPresent(silence -> {
            line("");
            line(paint.bad("! " + in(silence.text())));
            silence.addresses().forEach(address -> address(in(address.what()), String.valueOf(address.uri())));
        });
        if (!own.links().isEmpty()) {
            line("");
            line(paint.strong(in(Words.OWN_LINKS)));
            own.links().forEach(link -> {
                String where = link.addresses().stream().map(URI::toString).collect(Collectors.joining("  "));
                address(link.name(), (where + "  [" + Observed.plain(link.place()) + "]").strip());
            });
        }
    }

    private void address(String name, String value) {
        line(String.format(Locale.ROOT, "  %-26s %s", name, value));
    }

    private void session(Exchange exchange) {
        line("");
        line(paint.strong(in(Words.SESSION) + " "
                + exchange.clientId().map(Observed::plain).orElse(in(Words.UNKNOWN_CLIENT))));
        exchange.hops().forEach(hop -> line(line(hop, language, paint)));
    }

    private void identities(IdentityTable table) {
        line("");
        line(paint.strong(in(Words.IDENTITIES) + " " + table.clientId()));
        row("", " ", in(Words.EXPECTED), in(Words.OBSERVED));
        for (IdentityTable.Row row : table.rows()) {
            String mark = row.observed().isEmpty() ? "·" : row.agrees() ? paint.good("✓") : paint.bad("✗");
            String observed = row.observed().map(Observed::shown).orElse(in(Words.NOT_SEEN));
            row(in(row.what()), mark, row.expected().shown(), observed);
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
        families.forEach((family, members) -> line("  " + mark(members) + " " + family + "  " + counts(members, true)));
        untestable(results);
    }

    /** Why rules could not be judged: each reason once, with those that it is about. */
    private void untestable(List<RuleResult> results) {
        Map<Text, List<RuleResult>> reasons = results.stream()
                .filter(result -> result.reason().isPresent())
                .collect(groupingBy(result -> result.reason().get(), LinkedHashMap::new, Collectors.toList()));
        reasons.forEach((reason, about) -> line("    " + in(reason) + ids(Status.NOT_TESTABLE, about)));
    }

    private String mark(List<RuleResult> members) {
        Status worst = members.stream()
                .map(RuleResult::status)
                .min(Comparator.naturalOrder())
                .orElse(Status.SKIPPED);
        return switch (worst) {
            case ERROR, FAIL -> paint.bad("✗");
            case REVIEW, WARNING, WAIVED -> paint.bad("!");
            case PASS -> paint.good("✓");
            case SKIPPED, NOT_APPLICABLE, NOT_TESTABLE -> "·";
        };
    }

    private String counts(List<RuleResult> results, boolean named) {
        Map<Status, List<RuleResult>> byStatus =
                results.stream().collect(groupingBy(RuleResult::status, TreeMap::new, Collectors.toList()));
        return byStatus.entrySet().stream()
                .map(entry -> in(entry.getKey().counted(entry.getValue().size()))
                        + (named ? ids(entry.getKey(), entry.getValue()) : ""))
                .collect(Collectors.joining(", "));
    }

    private static String ids(Status status, List<RuleResult> results) {
        boolean plain = status == Status.PASS || status == Status.SKIPPED;
        return plain
                ? ""
                : results.stream()
                        .map(result -> result.card().id().value())
                        .collect(Collectors.joining(" ", " (", ")"));
    }

    private void broken(List<RuleResult> results) {
        List<RuleResult> wrong = results.stream().filter(TextReport::wrong).toList();
        if (wrong.isEmpty()) {
            return;
        }
        line("");
        line(paint.strong(in(Words.BROKEN)));
        wrong.forEach(result -> result.telling().ifPresent(finding -> broken(result, finding)));
    }

    private static boolean wrong(RuleResult result) {
        return result.status().compareTo(Status.PASS) < 0;
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
        line("    "
                + (others == 0
                        ? place
                        : in((others == 1 ? Words.ANOTHER_PLACE : Words.OTHER_PLACES).with(place, others))));
        part(Words.EXPECTED, located(finding.expected()));
        part(Words.OBSERVED, located(finding.observed()));
        part(Words.SOURCE, in(result.card().citation().line()));
        part(Words.FIDELITY, in(result.card().likeness().line()));
        part(Words.REMEDY, in(result.card().remedyFor(finding)));
        part(
                Words.OWNER,
                result.card().owners().stream().map(Owner::title).map(this::in).collect(Collectors.joining(", ")));
    }

    private static String located(Observed observed) {
        return observed.shown() + "  [" + Observed.plain(observed.where()) + "]";
    }

    private void part(Text name, String value) {
        line(String.format(Locale.ROOT, "    %-9s %s", in(name), value));
    }

    /** The verdict, how many rules held, and how long it took. */
    static String summary(Run run, Language language, Paint paint) {
        return new TextReport(language, paint).summary(run);
    }

    private String summary(Run run) {
        List<RuleResult> rules = run.verdict().rules();
        Outcome outcome = run.verdict().outcome();
        String title = in(outcome.title());
        return (outcome == Outcome.CONFORME ? paint.good(title) : paint.bad(title)) + " — "
                + in(Words.COUNTS.with(rules.size())) + counts(rules, false) + Words.seconds(run.took());
    }

    private void verdict(Run run) {
        List<RuleResult> rules = run.verdict().rules();
        Outcome outcome = run.verdict().outcome();
        line("");
        line(paint.strong(in(Words.VERDICT)) + "  " + summary(run));
        if (outcome == Outcome.INDETERMINE && rules.stream().noneMatch(TextReport::wrong)) {
            line("  " + in(Words.INCONCLUSIVE));
        }
        long met = run.verdict().exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .filter(hop -> hop.fact(Fact.FAULT_ON_DEMAND).isPresent())
                .count();
        if (met > 0) {
            line("  " + in(Words.ON_DEMAND.with(met)));
        }
        if (run.replayed().isEmpty() && RefusalLines.endsEarly(run.verdict())) {
            line("  " + in(Words.EXPLAIN));
        }
    }

    private String in(Text text) {
        return text.in(language);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
