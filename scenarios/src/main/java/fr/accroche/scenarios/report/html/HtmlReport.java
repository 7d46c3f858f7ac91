package fr.accroche.scenarios.report.html;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.Runs;
import fr.accroche.scenarios.report.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report on a run as one page that needs nothing else: it opens from a mail, prints, and is read by keyboard and by screen
 * reader, without colours too (WCAG 2.1, level AA, is what it aims at). Neither script nor request: see {@link Html}.
 */
public final class HtmlReport {

    private final Language language;
    private final Html page = new Html();

    private HtmlReport(Language language) {
        this.language = language;
    }

    public static String of(Run run, Language language) {
        HtmlReport report = new HtmlReport(language);
        RunPart part = new RunPart(report.page, run, "", 2, language);
        report.opening(run.declaration().title(), "verdict");
        report.facts(run);
        report.closeHeader();
        report.openNavigation();
        part.contents();
        report.page.markup("</nav><main>");
        part.write();
        return report.closing();
    }

    /** Several runs: each as it is alone, under the name of its architecture. */
    public static String of(Runs runs, Language language) {
        HtmlReport report = new HtmlReport(language);
        Map<ShippedDeclaration, RunPart> parts = new TreeMap<>();
        runs.byArchitecture()
                .forEach((shipped, run) ->
                        parts.put(shipped, new RunPart(report.page, run, shipped.id() + "-", 3, language)));
        report.opening(report.in(PageWords.EVERY_ARCHITECTURE), "verdict");
        report.made(Version.CURRENT, runs.took());
        report.closeHeader();
        report.openNavigation();
        report.page.markup("<ul>");
        runs.byArchitecture()
                .keySet()
                .forEach(shipped ->
                        report.page.markup("<li><a href=\"#" + shipped.id() + "\">" + shipped.id() + "</a></li>"));
        report.page.markup("</ul></nav><main>");
        report.summary(runs);
        runs.byArchitecture().forEach((shipped, run) -> report.architecture(shipped, run, parts.get(shipped)));
        return report.closing();
    }

    private void opening(String subject, String first) {
        page.opening(language, "accroche test — " + subject, Style.SHARED + Style.RUN)
                .markup("<a class=\"skip\" href=\"#" + first + "\">" + Html.escape(in(PageWords.SKIP)) + "</a>")
                .markup("<header>")
                .element("h1", "accroche test — " + subject)
                .element("p", "notice", in(Words.REHEARSAL));
    }

    private void closeHeader() {
        page.markup("</header>");
    }

    private void openNavigation() {
        page.markup("<nav aria-label=\"" + Html.escape(in(PageWords.CONTENTS)) + "\">");
    }

    private String closing() {
        return page.markup("</main><footer>")
                .element("p", in(Version.line(Version.CURRENT)) + " — " + in(Words.REHEARSAL))
                .markup("</footer></body></html>")
                .toString();
    }

    private void facts(Run run) {
        page.markup("<dl>");
        part(
                Words.DECLARATION,
                run.declaration().lines().file() + " — " + run.declaration().title());
        run.replayed().ifPresent(from -> part(PageWords.REPLAY, in(Words.REPLAYED.with(from.file(), from.at()))));
        run.faults().forEach(fault -> part(Words.FAULT, fault.id() + " — " + in(fault.title())));
        part(PageWords.BEGUN, run.at().toString());
        page.markup("</dl>");
        made(run.version(), run.took());
    }

    private void made(String version, Duration took) {
        page.element("p", in(PageWords.MADE_BY) + " " + in(Version.line(version)) + Words.seconds(took));
    }

    private void part(Text name, String value) {
        page.markup("<dt>" + Html.escape(in(name)) + "</dt><dd>" + Html.apart(value) + "</dd>");
    }

    private void summary(Runs runs) {
        page.markup("<section id=\"verdict\" aria-labelledby=\"verdict-h\">")
                .markup("<h2 id=\"verdict-h\">" + Html.escape(in(Words.VERDICT)) + "</h2>")
                .tableHead(
                        in(Words.VERDICT),
                        List.of(in(PageWords.STATE), in(PageWords.ARCHITECTURE), in(PageWords.SESSIONS)));
        runs.byArchitecture()
                .forEach((shipped, run) -> page.row(
                        "state",
                        List.of(
                                in(run.verdict().outcome().title()),
                                shipped.id(),
                                String.valueOf(run.verdict().exchanges().size()))));
        page.tableEnd().markup("</section>");
    }

    private void architecture(ShippedDeclaration shipped, Run run, RunPart part) {
        page.markup("<section id=\"" + shipped.id() + "\" aria-labelledby=\"" + shipped.id() + "-h\">")
                .markup("<h2 id=\"" + shipped.id() + "-h\">"
                        + Html.escape(run.declaration().title()) + " — " + shipped.id() + "</h2>");
        facts(run);
        part.write();
        page.markup("</section>");
    }

    private String in(Text text) {
        return text.in(language);
    }
}
