package fr.accroche.scenarios.report;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.cause.Cause;
import fr.accroche.compliance.cause.Causes;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.SessionResult;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.scenarios.report.JUnitXml.Kind;
import fr.accroche.scenarios.report.JUnitXml.Suite;
import fr.accroche.scenarios.report.JUnitXml.Test;
import fr.accroche.scenarios.report.cause.CauseWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The report on runs for a CI server: each session a suite, each rule a test in it. A warning, or what a person must look at,
 * passes with its text on system-out; the exit code tells of it too. Where no session came, the run itself is the suite.
 */
public final class RunJUnit {

    private static final String ROOT = "accroche";
    /** Part of what a test is known by: the same in both languages. */
    private static final String UNKNOWN_CLIENT = "unknown-client";

    private static final Text PART = Text.of("{0} : {1}", "{0}: {1}");
    private static final Text MESSAGE = Text.of("{0} : attendu {1}, observé {2}", "{0}: expected {1}, observed {2}");

    private final Language language;
    private final List<Suite> suites = new ArrayList<>();

    private RunJUnit(Language language) {
        this.language = language;
    }

    public static String of(Run run, Language language) {
        RunJUnit report = new RunJUnit(language);
        report.add(ROOT, run);
        return JUnitXml.of(report.suites, run.took());
    }

    /** Several runs: the name of the architecture is part of each suite's. */
    public static String of(Runs runs, Language language) {
        RunJUnit report = new RunJUnit(language);
        runs.byArchitecture().forEach((architecture, run) -> report.add(ROOT + "." + architecture.id(), run));
        return JUnitXml.of(report.suites, runs.took());
    }

    /** A run, and the cause of each of its broken findings. */
    private record Diagnosed(Run run, Map<Finding, Cause> causes) {

        Optional<Cause> behind(RuleResult result) {
            return result.telling().map(causes::get);
        }
    }

    private void add(String prefix, Run run) {
        Diagnosed diagnosed = new Diagnosed(run, Causes.byFinding(run.causes()));
        List<SessionResult> sessions = run.verdict().bySession(run.declaration());
        if (sessions.isEmpty()) {
            add(prefix, diagnosed, run.at(), run.took(), run.verdict().rules());
        }
        Map<String, Integer> taken = new HashMap<>();
        for (SessionResult session : sessions) {
            Exchange exchange = session.exchange();
            String client = exchange.clientId().orElse(UNKNOWN_CLIENT);
            int times = taken.merge(client, 1, Integer::sum);
            String name = prefix + "." + client + (times == 1 ? "" : " " + times);
            Instant begun = exchange.hops().get(0).at();
            add(name, diagnosed, begun, Duration.between(begun, end(exchange)), session.rules());
        }
    }

    private static Instant end(Exchange exchange) {
        return exchange.hops().stream()
                .map(RunJUnit::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant end(Hop hop) {
        return hop.at().plus(hop.took());
    }

    private void add(String name, Diagnosed diagnosed, Instant at, Duration took, List<RuleResult> rules) {
        List<Test> tests = rules.stream()
                .map(rule -> test(name, rule, diagnosed.behind(rule)))
                .toList();
        suites.add(new Suite(name, at, took, properties(diagnosed.run()), tests));
    }

    private Map<String, String> properties(Run run) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("accroche", run.version());
        properties.put("ruleBook", RuleBook.VERSION);
        properties.put("notice", in(Words.REHEARSAL));
        properties.put("declaration", run.declaration().lines().file());
        properties.put("solution", run.declaration().title());
        Faults.named(run.faults()).ifPresent(ids -> properties.put("fault", ids));
        run.replayed().ifPresent(from -> properties.put("replayed", in(Words.REPLAYED.with(from.file(), from.at()))));
        properties.put("verdict", run.verdict().outcome().name());
        return properties;
    }

    private Test test(String suite, RuleResult result, Optional<Cause> cause) {
        RuleCard card = result.card();
        String name = card.id() + " " + in(card.title());
        return new Test(
                suite + "." + card.id().family(),
                name,
                Duration.ZERO,
                kind(result.status()),
                result.status().name(),
                message(result, cause),
                details(result, cause));
    }

    private static Kind kind(Status status) {
        return switch (status) {
            case ERROR -> Kind.ERROR;
            case FAIL -> Kind.FAILURE;
            case REVIEW, WARNING, WAIVED -> Kind.NOTED;
            case PASS -> Kind.PASSED;
            case SKIPPED, NOT_APPLICABLE, NOT_TESTABLE -> Kind.SKIPPED;
        };
    }

    /** The headline of its cause first, where it has one; it says all of the rule that tells most. */
    private String message(RuleResult result, Optional<Cause> cause) {
        return cause.map(known -> known.headline(language)
                        + (known.rule().equals(result.card().id()) ? "" : " — " + message(result)))
                .orElseGet(() -> message(result));
    }

    private String message(RuleResult result) {
        String status = in(result.status().title());
        return result.telling()
                .map(finding -> in(MESSAGE.with(
                        status, finding.expected().shown(), finding.observed().shown())))
                .or(() -> result.reason().map(reason -> in(PART.with(status, reason))))
                .orElse(status);
    }

    /** The finding that tells most whole, and where else the rule was broken. */
    private String details(RuleResult result, Optional<Cause> cause) {
        RuleCard card = result.card();
        List<Finding> told = result.findings().stream()
                .filter(finding -> finding.status() == result.status())
                .toList();
        if (told.isEmpty() || result.status() == Status.PASS) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        text.append(in(result.status().title())).append(" — ").append(in(card.title()));
        cause.ifPresent(known -> diagnosis(text, known));
        told.stream()
                .map(this::place)
                .distinct()
                .forEach(place -> text.append("\n\n").append(place));
        text.append("\n\n");
        line(text, Words.SOURCE, in(card.citation().line()));
        line(text, Words.FIDELITY, in(card.likeness().line()));
        line(text, Words.REMEDY, in(card.remedyFor(told.get(0))));
        String owners = card.owners().stream().map(Owner::title).map(this::in).collect(Collectors.joining(", "));
        line(text, Words.OWNER, owners);
        return text.toString();
    }

    private void diagnosis(StringBuilder text, Cause cause) {
        text.append("\n\n");
        line(text, CauseWords.DIAGNOSIS, cause.headline(language));
        line(text, CauseWords.LIKELY, in(cause.likely()));
        line(text, CauseWords.REPAIR, in(cause.repair()));
        cause.refusal().ifPresent(refusal -> line(text, CauseWords.REAL_SERVICE, in(CauseWords.answer(refusal))));
        text.setLength(text.length() - 1);
    }

    private String place(Finding finding) {
        StringBuilder text = new StringBuilder();
        text.append(in(finding.stage().title()))
                .append(", ")
                .append(finding.server())
                .append('\n');
        line(text, Words.EXPECTED, located(finding.expected()));
        line(text, Words.OBSERVED, located(finding.observed()));
        return text.toString().stripTrailing();
    }

    private static String located(Observed observed) {
        return observed.shown() + " [" + Observed.plain(observed.where()) + "]";
    }

    private void line(StringBuilder text, Text name, String value) {
        text.append(in(PART.with(name, value))).append('\n');
    }

    private String in(Text text) {
        return text.in(language);
    }
}
