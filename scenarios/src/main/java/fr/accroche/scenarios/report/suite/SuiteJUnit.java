package fr.accroche.scenarios.report.suite;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.JUnitXml;
import fr.accroche.scenarios.report.JUnitXml.Kind;
import fr.accroche.scenarios.report.JUnitXml.Suite;
import fr.accroche.scenarios.report.JUnitXml.Test;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.suite.CaseResult;
import fr.accroche.scenarios.suite.SuiteRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report on a suite for a CI server, each case a test. A warning passes, with its text on system-out. */
public final class SuiteJUnit {

    private static final String NAME = "accroche.proxy";
    private static final Text FIDELITY = Text.of("fidélité : {0}", "fidelity: {0}");

    private final Language language;

    private SuiteJUnit(Language language) {
        this.language = language;
    }

    public static String of(SuiteRun run, Language language) {
        SuiteJUnit report = new SuiteJUnit(language);
        List<Test> tests = run.results().stream().map(report::test).toList();
        return JUnitXml.of(List.of(new Suite(NAME, run.at(), run.took(), report.properties(run), tests)), run.took());
    }

    private Map<String, String> properties(SuiteRun run) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("accroche", run.version());
        properties.put("ruleBook", RuleBook.VERSION);
        properties.put("notice", in(Words.REHEARSAL));
        properties.put("declaration", run.declaration().lines().file());
        properties.put("verdict", run.outcome().name());
        return properties;
    }

    private static Kind kind(Status status) {
        return switch (status) {
            case ERROR -> Kind.ERROR;
            case FAIL, REVIEW -> Kind.FAILURE;
            case WARNING, WAIVED -> Kind.NOTED;
            case PASS -> Kind.PASSED;
            case SKIPPED, NOT_APPLICABLE, NOT_TESTABLE -> Kind.SKIPPED;
        };
    }

    private Test test(CaseResult result) {
        String title = in(result.played().title());
        return new Test(
                NAME,
                result.played().id(),
                result.took(),
                kind(result.status()),
                result.status().name(),
                result.reason().map(this::in).orElse(title),
                details(result));
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
}
