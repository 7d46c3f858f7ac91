package fr.accroche.scenarios.report.check;

import static java.util.stream.Collectors.joining;

import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.check.CndaRequest;
import fr.accroche.compliance.check.EdcFile;
import fr.accroche.compliance.check.Journey;
import fr.accroche.compliance.check.WaiverUse;
import fr.accroche.compliance.obligation.Obligation;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.report.IdentityTable;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.report.check.CheckRun.Found;
import fr.accroche.scenarios.report.html.Html;
import fr.accroche.scenarios.report.html.Style;
import java.util.List;
import java.util.Locale;

/** The report on a declaration as one page that needs nothing else, reads without colours and prints well. */
public final class CheckHtml {

    private static final String STYLE = Style.SHARED + """
            td:first-child { font-weight: 600; white-space: nowrap; }
            .held td:first-child, .done td:first-child, .pass td:first-child { color: var(--good); }
            .missing td:first-child, .fail td:first-child, .error td:first-child, .problems { color: var(--bad); }
            .review td:first-child, .warning td:first-child, .next td:first-child { color: var(--doubt); }
            """;

    private final CheckRun run;
    private final Language language;
    private final Html page = new Html();

    private CheckHtml(CheckRun run, Language language) {
        this.run = run;
        this.language = language;
    }

    public static String of(CheckRun run, Language language) {
        return new CheckHtml(run, language).page();
    }

    private String page() {
        page.opening(language, "accroche check — " + run.file(), STYLE)
                .markup("<main>")
                .element("h1", "accroche check");
        page.element("p", in(CheckWords.AS_OF.with(run.file(), run.title(), run.day())));
        page.element("p", in(Version.line(run.version())) + " — " + in(CheckWords.REHEARSAL));
        problems();
        run.outcome().ifPresent(this::verdict);
        wrong();
        run.check().ifPresent(this::judged);
        return page.markup("</main></body></html>").toString();
    }

    private void problems() {
        if (run.problems().isEmpty()) {
            return;
        }
        page.element("h2", in(CheckWords.PROBLEMS)).markup("<ul class=\"problems\">");
        run.problems().forEach(problem -> page.element("li", problem.in(language)));
        page.markup("</ul>")
                .element("p", in(run.check().isPresent() ? CheckWords.JUDGED_ALL_THE_SAME : CheckWords.NOT_JUDGED));
    }

    private void verdict(Outcome outcome) {
        page.element("p", "verdict", in(CheckWords.LISTED.with(Words.VERDICT, outcome.title())));
    }

    private void wrong() {
        if (run.wrong().isEmpty()) {
            return;
        }
        page.element("h2", in(Words.BROKEN));
        run.wrong().forEach(found -> article(found, run.check().orElseThrow()));
    }

    private void article(Found found, Check check) {
        String cssClass = found.finding().status().name().toLowerCase(Locale.ROOT);
        page.markup("<article class=\"" + cssClass + "\">")
                .element(
                        "h3",
                        found.card().id() + " (" + in(found.finding().status().title()) + ") "
                                + in(found.card().title()))
                .markup("<dl>");
        part(
                CheckWords.WHERE,
                check.dossier().where(found.finding().path()) + " — "
                        + found.finding().path());
        part(Words.EXPECTED, in(found.finding().expected()));
        part(CheckWords.OBSERVED, in(found.finding().observed()));
        part(Words.SOURCE, in(found.source().line()));
        part(Words.FIDELITY, in(found.card().likeness().line()));
        found.finding()
                .doubt()
                .ifPresent(doubt -> part(
                        CheckWords.DOUBT,
                        in(CheckWords.READING.with(doubt.firstReading(), doubt.secondReading(), doubt.name()))));
        part(Words.REMEDY, in(found.finding().remedy(found.card())));
        part(
                Words.OWNER,
                found.card().owners().stream().map(Owner::title).map(this::in).collect(joining(", ")));
        page.markup("</dl></article>");
    }

    private void part(Text name, String value) {
        page.element("dt", in(name)).element("dd", value);
    }

    private void judged(Check check) {
        page.element("h2", in(CheckWords.ARCHITECTURE))
                .element(
                        "p",
                        in(check.recognition()
                                        .architecture()
                                        .map(one -> one.title())
                                        .orElse(CheckWords.NO_ARCHITECTURE))
                                + " — " + in(check.recognition().why()));
        run.notes().forEach(note -> page.element("p", in(note)));
        obligations(check, CheckWords.OBLIGATIONS, false);
        obligations(check, CheckWords.INTRUSION_TESTS, true);
        files(check);
        requests(check);
        run.identities().forEach(this::identities);
        check.journeys().forEach(this::journey);
        rules(check);
        waivers(check.waivers());
    }

    private void obligations(Check check, Text title, boolean intrusion) {
        page.tableHead(
                in(title),
                in(List.of(
                        CheckWords.STATE,
                        CheckWords.WHAT,
                        CheckWords.COMPONENT,
                        CheckWords.WHO,
                        CheckWords.WHERE,
                        Words.SOURCE)));
        for (Obligation one : check.obligations()) {
            if (CheckRun.intrusion(one) == intrusion) {
                page.row(
                        one.state().name().toLowerCase(Locale.ROOT),
                        List.of(
                                in(one.state().title()),
                                in(one.kind().guichet().title()) + " — " + in(one.title()) + " — " + in(one.found()),
                                one.component(),
                                run.actor(one.actor()),
                                check.dossier().where(one.path()),
                                in(one.basis().line())));
            }
        }
        page.tableEnd();
    }

    private void files(Check check) {
        List<EdcFile> files = check.edcFiles();
        page.tableHead(
                in(CheckWords.EDC_FILES.with(files.size())),
                in(List.of(CheckWords.STATE, CheckWords.WHAT, CheckWords.COMPONENT, CheckWords.WHO)));
        for (EdcFile file : files) {
            page.row(
                    file.state().name().toLowerCase(Locale.ROOT),
                    List.of(
                            in(file.state().title()),
                            file.kinds().stream().map(Kind::name).collect(joining(" + ")),
                            String.join(", ", file.components()),
                            run.actor(file.actor())));
        }
        page.tableEnd();
    }

    private void requests(Check check) {
        List<CndaRequest> requests = check.cndaRequests();
        page.tableHead(
                in(CheckWords.CNDA_REQUESTS.with(requests.size())),
                in(List.of(CheckWords.STATE, CheckWords.WHAT, CheckWords.COMPONENT)));
        for (CndaRequest request : requests) {
            page.row(
                    request.state().name().toLowerCase(Locale.ROOT),
                    List.of(
                            in(request.state().title()),
                            in(request.kind().title(request.service())) + " — "
                                    + in(CheckWords.of(request.procedure())),
                            request.component() + " — " + request.commercialName()));
        }
        page.tableEnd();
    }

    private void identities(IdentityTable table) {
        page.tableHead(
                in(CheckWords.IDENTITIES.with(table.clientId())),
                in(List.of(CheckWords.WHAT, Words.EXPECTED, CheckWords.WHERE)));
        table.rows()
                .forEach(row -> page.row(
                        "identity",
                        List.of(
                                in(row.what()),
                                row.expected().shown(),
                                row.expected().where())));
        page.tableEnd();
    }

    private void journey(Journey journey) {
        page.tableHead(
                in(CheckWords.PATH.with(journey.operation().clientId())),
                in(List.of(CheckWords.STATE, CheckWords.DATE, CheckWords.WHAT)));
        journey.steps()
                .forEach(step -> page.row(
                        step.progress().name().toLowerCase(Locale.ROOT),
                        List.of(
                                in(CheckWords.of(step.progress())),
                                step.on().map(String::valueOf).orElse(""),
                                in(step.title()))));
        page.tableEnd();
        journey.until().ifPresent(until -> page.element("p", in(CheckWords.pmtEnds(until, journey.daysLeft()))));
    }

    private void rules(Check check) {
        page.tableHead(in(Words.RULES), in(List.of(CheckWords.STATE, CheckWords.WHAT, Words.SOURCE, Words.FIDELITY)));
        check.rules()
                .forEach(result -> page.row(
                        result.status().name().toLowerCase(Locale.ROOT),
                        List.of(
                                in(result.status().title()),
                                result.card().id() + " — " + in(result.card().title()),
                                in(result.card().citation().line()),
                                in(result.card().likeness().fidelity().title()))));
        page.tableEnd();
    }

    private void waivers(List<WaiverUse> uses) {
        if (uses.isEmpty()) {
            return;
        }
        page.element("h2", in(CheckWords.WAIVERS)).markup("<ul>");
        uses.forEach(use -> page.element("li", in(CheckWords.of(use))));
        page.markup("</ul>");
    }

    private List<String> in(List<Text> texts) {
        return texts.stream().map(this::in).toList();
    }

    private String in(Text text) {
        return text.in(language);
    }
}
