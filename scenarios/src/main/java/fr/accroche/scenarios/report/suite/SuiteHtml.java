package fr.accroche.scenarios.report.suite;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.report.html.Html;
import fr.accroche.scenarios.report.html.PageWords;
import fr.accroche.scenarios.report.html.Style;
import fr.accroche.scenarios.suite.CaseResult;
import fr.accroche.scenarios.suite.Check;
import fr.accroche.scenarios.suite.SuiteRun;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The report on a suite as one page that needs nothing else: see {@link Html}. */
public final class SuiteHtml {

    private final SuiteRun run;
    private final Language language;
    private final Html page = new Html();

    private SuiteHtml(SuiteRun run, Language language) {
        this.run = run;
        this.language = language;
    }

    public static String of(SuiteRun run, Language language) {
        return new SuiteHtml(run, language).page();
    }

    private String page() {
        String title = "accroche test — " + in(SuiteWords.SUITE);
        page.opening(language, title, Style.SHARED + Style.RUN)
                .markup("<a class=\"skip\" href=\"#verdict\">" + Html.escape(in(PageWords.SKIP)) + "</a>")
                .markup("<header>")
                .element("h1", title)
                .element("p", "notice", in(Words.REHEARSAL))
                .element(
                        "p",
                        in(Words.DECLARATION) + " " + run.declaration().lines().file() + " — "
                                + run.declaration().title())
                .element("p", in(Version.line(run.version())) + " — " + clients() + " — " + run.at())
                .markup("</header><nav aria-label=\"" + Html.escape(in(PageWords.CONTENTS)) + "\"><ul>");
        link("verdict", Words.VERDICT);
        link("wrong", Words.BROKEN);
        link("cases", SuiteWords.CASES);
        page.markup("</ul></nav><main>");
        section("verdict", Words.VERDICT, this::verdict);
        section("wrong", Words.BROKEN, this::wrong);
        section("cases", SuiteWords.CASES, this::cases);
        return page.markup("</main></body></html>").toString();
    }

    private String clients() {
        return run.operations().stream()
                .map(operation -> operation.clientId().value())
                .collect(joining(", "));
    }

    private void link(String part, Text title) {
        page.markup("<li><a href=\"#" + part + "\">" + Html.escape(in(title)) + "</a></li>");
    }

    private void section(String id, Text title, Runnable content) {
        page.markup("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-h\">")
                .markup("<h2 id=\"" + id + "-h\">" + Html.escape(in(title)) + "</h2>");
        content.run();
        page.markup("</section>");
    }

    private void verdict() {
        Outcome outcome = run.outcome();
        boolean good = outcome == Outcome.CONFORME;
        String counts = run.results().stream()
                .collect(groupingBy(CaseResult::status, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(entry -> in(SuiteWords.counted(entry.getKey(), entry.getValue())))
                .collect(joining(", "));
        page.element("p", "verdict " + (good ? "good" : "bad"), (good ? "✓ " : "✗ ") + in(outcome.title()))
                .element("p", in(SuiteWords.COUNTS.with(run.results().size())) + counts + Words.seconds(run.took()));
        if (outcome == Outcome.INDETERMINE) {
            page.element("p", in(SuiteWords.MASTERED));
        }
    }

    private void wrong() {
        List<CaseResult> wrong =
                run.results().stream().filter(CaseResult::wrong).toList();
        if (wrong.isEmpty()) {
            page.element("p", in(SuiteWords.NO_CASE_WRONG));
        }
        wrong.forEach(this::article);
    }

    private void article(CaseResult result) {
        String id = result.played().id();
        page.markup("<article id=\"" + id + "\" class=\""
                        + result.status().name().toLowerCase(Locale.ROOT) + "\" aria-labelledby=\"" + id + "-h\">")
                .markup("<h3 id=\"" + id + "-h\">"
                        + Html.escape(id + " (" + in(SuiteWords.title(result.status())) + ") "
                                + in(result.played().title()))
                        + "</h3><dl>");
        result.reason().ifPresent(reason -> part(SuiteWords.HEARD, in(reason)));
        for (CaseSheet.Part part : new CaseSheet(result.played()).parts(language)) {
            part(part.name(), part.text());
            if (part.name().equals(Words.EXPECTED)) {
                result.failed().forEach(this::observed);
                result.broken().forEach(this::observed);
            }
        }
        page.markup("</dl></article>");
    }

    private void observed(Check check) {
        observed(check.where(), check.observed(), check.expected());
    }

    private void observed(RuleResult rule) {
        rule.telling()
                .ifPresent(finding -> observed(
                        rule.card().id() + " " + in(rule.card().title()) + " ("
                                + in(rule.card().likeness().fidelity().title()) + ")",
                        finding.observed().shown(),
                        finding.expected().shown()));
    }

    private void observed(String where, String observed, String expected) {
        part(Words.OBSERVED, where + " : " + observed + "  [" + in(Words.EXPECTED) + " : " + expected + "]");
    }

    private void part(Text name, String value) {
        page.element("dt", in(name)).element("dd", value);
    }

    private void cases() {
        page.tableHead(
                in(SuiteWords.CASES), List.of(in(PageWords.STATE), in(SuiteWords.CASE), in(SuiteWords.REQUIRED)));
        run.results().forEach(result -> page.markup(row(result)));
        page.tableEnd();
    }

    private String row(CaseResult result) {
        Status status = result.status();
        String id = Html.escape(result.played().id());
        String reason = result.reason().map(why -> " — " + in(why)).orElse("");
        return "<tr><td class=\"" + (result.wrong() ? "bad" : status == Status.PASS ? "good" : "") + "\">"
                + Html.escape(mark(status) + " " + in(SuiteWords.title(status))) + "</td><th scope=\"row\">"
                + (result.wrong() ? "<a href=\"#" + id + "\">" + id + "</a>" : id) + "</th><td>"
                + Html.escape(in(result.played().title()) + reason) + "</td></tr>";
    }

    private static String mark(Status status) {
        return switch (status) {
            case ERROR, FAIL -> "✗";
            case REVIEW, WARNING, WAIVED -> "!";
            case PASS -> "✓";
            case SKIPPED, NOT_APPLICABLE, NOT_TESTABLE -> "·";
        };
    }

    private String in(Text text) {
        return text.in(language);
    }
}
