package fr.accroche.scenarios.report.suite;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.suite.CaseResult;
import fr.accroche.scenarios.suite.SuiteRun;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The report on a suite for a CI server: the XML that JUnit's runners write, each case a test. A warning passes, with its text on
 * system-out.
 */
public final class SuiteJUnit {

    private static final Text FIDELITY = Text.of("fidélité : {0}", "fidelity: {0}");

    private final Language language;

    private SuiteJUnit(Language language) {
        this.language = language;
    }

    public static String of(SuiteRun run, Language language) {
        return new SuiteJUnit(language).run(run);
    }

    private String run(SuiteRun run) {
        List<CaseResult> results = run.results();
        String counts = String.format(
                Locale.ROOT,
                "tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"%s\"",
                results.size(),
                count(results, "failure"),
                count(results, "error"),
                count(results, "skipped"),
                seconds(run.took()));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites " + counts + ">\n"
                + "  <testsuite name=\"accroche.proxy\" timestamp=\"" + run.at() + "\" " + counts + ">\n"
                + results.stream().map(this::test).collect(Collectors.joining()) + "  </testsuite>\n</testsuites>\n";
    }

    private static long count(List<CaseResult> results, String element) {
        return results.stream()
                .filter(result -> element(result.status()).equals(element))
                .count();
    }

    private static String element(Status status) {
        return switch (status) {
            case ERROR -> "error";
            case FAIL, REVIEW -> "failure";
            case WARNING, WAIVED -> "system-out";
            case PASS -> "";
            case SKIPPED, NOT_APPLICABLE, NOT_TESTABLE -> "skipped";
        };
    }

    private String test(CaseResult result) {
        String id = result.played().id();
        String head = "    <testcase classname=\"accroche.proxy\" name=\"" + escaped(id) + "\" time=\""
                + seconds(result.took()) + "\"";
        String element = element(result.status());
        if (element.isEmpty()) {
            return head + "/>\n";
        }
        String title = in(result.played().title());
        String message = result.reason().map(this::in).orElse(title);
        String attribute = element.equals("system-out") ? "" : " message=\"" + escaped(message) + "\"";
        return head + ">\n      <" + element + attribute + ">" + escaped(details(result)) + "</" + element
                + ">\n    </testcase>\n";
    }

    private String details(CaseResult result) {
        String checks = result.failed().stream()
                .map(check -> check.where() + ": " + check.observed() + " [" + check.expected() + "]\n")
                .collect(Collectors.joining());
        String rules = result.ownBroken().stream()
                .map(rule -> rule.card().id() + " " + in(rule.card().title()) + " ("
                        + in(rule.card().likeness().fidelity().title()) + ")\n")
                .collect(Collectors.joining());
        return in(result.played().title()) + "\n" + checks + rules
                + in(FIDELITY.with(result.played().likeness().line())) + "\n"
                + (result.wrong() ? in(result.played().remedy()) + "\n" : "");
    }

    private String in(Text text) {
        return text.in(language);
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }

    /** Line by line, as {@link Observed#plain} takes out what XML does not allow, and line ends with it. */
    private static String escaped(String text) {
        return text.lines()
                .map(Observed::plain)
                .collect(Collectors.joining("\n"))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
