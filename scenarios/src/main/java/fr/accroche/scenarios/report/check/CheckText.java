package fr.accroche.scenarios.report.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.check.CheckResult;
import fr.accroche.compliance.check.CndaRequest;
import fr.accroche.compliance.check.EdcFile;
import fr.accroche.compliance.check.Journey;
import fr.accroche.compliance.check.Journey.Progress;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.obligation.Guichet;
import fr.accroche.compliance.obligation.Obligation;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.report.IdentityTable;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.report.check.CheckRun.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The report on a declaration, for a terminal. */
public final class CheckText {

    private final CheckRun run;
    private final Language language;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private CheckText(CheckRun run, Language language, Paint paint) {
        this.run = run;
        this.language = language;
        this.paint = paint;
    }

    public static String of(CheckRun run, Language language, Paint paint) {
        return new CheckText(run, language, paint).report();
    }

    private String report() {
        head();
        problems();
        run.check().ifPresent(this::judged);
        if (!run.wrong().isEmpty()) {
            title(Words.BROKEN);
            run.wrong().stream()
                    .collect(groupingBy(Found::card, LinkedHashMap::new, toList()))
                    .values()
                    .forEach(ofOneRule -> wrong(ofOneRule, run.check().orElseThrow()));
        }
        run.check().ifPresent(check -> end(check, run.outcome().orElseThrow()));
        return out.toString();
    }

    private void head() {
        line(in(Version.line(run.version())) + " — " + in(CheckWords.REHEARSAL));
        line(Observed.plain(in(CheckWords.AS_OF.with(run.file(), run.title(), run.day()))));
    }

    private void problems() {
        if (run.problems().isEmpty()) {
            return;
        }
        title(CheckWords.PROBLEMS);
        run.problems().forEach(problem -> line("  " + paint.bad("✗") + " " + Observed.plain(problem.in(language))));
        line("  " + in(run.check().isPresent() ? CheckWords.JUDGED_ALL_THE_SAME : CheckWords.NOT_JUDGED));
    }

    private void judged(Check check) {
        title(CheckWords.ARCHITECTURE);
        line("  "
                + in(check.recognition().architecture().map(one -> one.title()).orElse(CheckWords.NO_ARCHITECTURE))
                + " — " + Observed.plain(in(check.recognition().why())));
        run.notes().forEach(note -> line("  " + in(note)));
        title(CheckWords.OBLIGATIONS);
        for (Guichet guichet : Guichet.values()) {
            obligations(in(guichet.title()), check, one -> one.kind().guichet() == guichet && !CheckRun.intrusion(one));
        }
        title(CheckWords.INTRUSION_TESTS);
        obligations("", check, CheckRun::intrusion);
        files(check);
        run.identities().forEach(this::identities);
        check.journeys().forEach(this::journey);
    }

    private void obligations(String guichet, Check check, Predicate<Obligation> those) {
        Map<String, List<Obligation>> byActor = check.obligations().stream()
                .filter(those)
                .collect(groupingBy(Obligation::actor, LinkedHashMap::new, toList()));
        byActor.forEach((actor, theirs) -> {
            line("  " + (guichet.isEmpty() ? "" : guichet + " — ") + Observed.plain(run.actor(actor)));
            theirs.forEach(one -> obligation(one, check));
        });
    }

    private void obligation(Obligation one, Check check) {
        String where = one.state() == State.NOT_ASKED
                ? ""
                : in(one.found()) + "  [" + check.dossier().where(one.path()) + "]";
        row(mark(one.state()), in(one.state().title()), in(one.title()), one.component(), where);
    }

    private void files(Check check) {
        List<EdcFile> files = check.edcFiles();
        title(CheckWords.EDC_FILES.with(files.size()));
        files.forEach(file -> row(
                mark(file.state()),
                in(file.state().title()),
                file.kinds().stream().map(Kind::name).collect(joining(" + ")),
                String.join(", ", file.components()),
                run.actor(file.actor())));
        List<CndaRequest> requests = check.cndaRequests();
        title(CheckWords.CNDA_REQUESTS.with(requests.size()));
        requests.forEach(request -> row(
                mark(request.state()),
                in(request.state().title()),
                in(request.kind().title(request.service())),
                request.component(),
                "« " + request.commercialName() + " » — " + in(CheckWords.of(request.procedure()))));
    }

    private void row(String mark, String state, String what, String component, String rest) {
        String told = String.format(Locale.ROOT, "%-13s %-30s %-15s %s", state, what, component, rest);
        line("    " + mark + " " + Observed.plain(told).stripTrailing());
    }

    private String mark(State state) {
        return switch (state) {
            case HELD -> paint.good("✓");
            case MISSING -> paint.bad("✗");
            case REVIEW -> paint.bad("?");
            case AHEAD, NOT_ASKED -> "·";
        };
    }

    private void identities(IdentityTable table) {
        title(CheckWords.IDENTITIES.with(table.clientId()));
        table.rows()
                .forEach(row -> line(String.format(
                        Locale.ROOT,
                        "    %-30s %-26s [%s]",
                        in(row.what()),
                        row.expected().shown(),
                        row.expected().where())));
    }

    private void journey(Journey journey) {
        title(CheckWords.PATH.with(journey.operation().clientId()));
        journey.steps()
                .forEach(step -> line(String.format(
                        Locale.ROOT,
                        "    %s %-10s %s",
                        step.progress() == Progress.DONE
                                ? paint.good("✓")
                                : step.progress() == Progress.NEXT ? "▸" : "·",
                        step.on().map(String::valueOf).orElse(""),
                        in(step.title()))));
        journey.until().ifPresent(until -> line("    " + in(CheckWords.pmtEnds(until, journey.daysLeft()))));
    }

    /** The first finding of a rule in full; of the others what differs. */
    private void wrong(List<Found> ofOneRule, Check check) {
        Found first = ofOneRule.get(0);
        line("");
        line("  " + paint.bad(first.card().id().value()) + "  "
                + in(first.finding().status().title()) + " — " + in(first.card().title()));
        line("    "
                + Observed.plain(check.dossier().where(first.finding().path()) + "  "
                        + first.finding().path()));
        part(Words.EXPECTED, in(first.finding().expected()));
        part(CheckWords.OBSERVED, in(first.finding().observed()));
        part(Words.SOURCE, in(first.source().line()));
        part(Words.FIDELITY, in(first.card().likeness().line()));
        first.finding()
                .doubt()
                .ifPresent(doubt -> part(
                        CheckWords.DOUBT,
                        in(CheckWords.READING.with(doubt.firstReading(), doubt.secondReading(), doubt.name()))));
        part(Words.REMEDY, in(first.finding().remedy(first.card())));
        part(
                Words.OWNER,
                first.card().owners().stream().map(Owner::title).map(this::in).collect(joining(", ")));
        ofOneRule.stream()
                .skip(1)
                .map(Found::finding)
                .forEach(other -> part(
                        CheckWords.ALSO,
                        check.dossier().where(other.path()) + "  "
                                + in(CheckWords.DIFFERS.with(
                                        other.status().title(), other.expected(), other.observed()))));
    }

    private void part(Text name, String value) {
        line(String.format(Locale.ROOT, "    %-9s %s", in(name), Observed.plain(value)));
    }

    private void end(Check check, Outcome outcome) {
        if (!check.waivers().isEmpty()) {
            title(CheckWords.WAIVERS);
            check.waivers()
                    .forEach(use -> line("    "
                            + Observed.plain(in(CheckWords.of(use)) + "  ["
                                    + check.dossier().where(use.waiver().path()) + "]")));
        }
        title(Words.RULES);
        Map<Status, List<CheckResult>> byStatus =
                check.rules().stream().collect(groupingBy(CheckResult::status, TreeMap::new, toList()));
        byStatus.forEach((status, results) -> line("    "
                + in(CheckWords.LISTED.with(
                        status.counted(results.size()),
                        results.stream()
                                .map(result -> result.card().id().value())
                                .collect(joining(" "))))));
        line("");
        String title = in(outcome.title());
        line(paint.strong(in(Words.VERDICT)) + "  "
                + (outcome == Outcome.CONFORME ? paint.good(title) : paint.bad(title))
                + " — " + in(Words.COUNTS.with(check.rules().size()))
                + Stream.of(Status.values())
                        .filter(byStatus::containsKey)
                        .map(status -> in(status.counted(byStatus.get(status).size())))
                        .collect(joining(", ")));
    }

    private void title(Text text) {
        line("");
        line(paint.strong(in(text)));
    }

    private String in(Text text) {
        return text.in(language);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
