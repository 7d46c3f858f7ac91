package fr.accroche.scenarios.report.pmt;

import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.pmt.PmtFile;
import fr.accroche.scenarios.pmt.PmtPart;
import fr.accroche.scenarios.pmt.PmtPoint;
import fr.accroche.scenarios.pmt.PmtState;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.report.html.Html;
import fr.accroche.scenarios.report.html.Style;
import java.util.List;
import java.util.Locale;

/** The PMT page to print for the file: whatever sheet one holds says that it is no decision of ANS or CNDA. */
public final class PmtHtml {

    /** On paper what stands first is the head of each sheet, as that of a table that goes on (CSS Tables 3 §6.2). */
    private static final String STYLE = Style.SHARED + """
            body { background: var(--page); }
            .notice { border: 2px solid var(--bad); color: var(--bad); font-weight: 600; padding: .3rem 1rem; }
            .skip { background: var(--page); left: -99rem; padding: .5rem; position: absolute; }
            .skip:focus { left: 1rem; top: 1rem; }
            :focus-visible { outline: 3px solid #1a6fd4; outline-offset: 2px; }
            td, code { overflow-wrap: anywhere; }
            table { table-layout: fixed; }
            caption { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; width: 1px; }
            th:nth-child(1) { width: 11%; }
            th:nth-child(3) { width: 38%; }
            #parts th:nth-child(3) { width: 15%; }
            th:nth-child(4) { width: 13%; }
            th:nth-child(5) { width: 12%; }
            td:first-child { font-weight: 600; }
            .green td:first-child, .verdict.green { color: var(--good); }
            .red td:first-child, .verdict.red { color: var(--bad); }
            .not_shown td:first-child, .verdict.not_shown { color: var(--doubt); }
            .number { font-size: 1.2rem; font-weight: 600; letter-spacing: .05em; }
            .asked { font-size: .9em; }
            .signed { margin-top: 3rem; }
            @media print {
              body { font-size: 9pt; line-height: 1.3; }
              .skip { display: none; }
              .sheet { display: table; width: 100%; }
              .running { break-inside: avoid; display: table-header-group; }
              .all { display: table-row-group; }
              thead { display: table-header-group; }
            }
            """;

    private final PmtFile file;
    private final Language language;
    private final Html page = new Html();

    private PmtHtml(PmtFile file, Language language) {
        this.file = file;
        this.language = language;
    }

    public static String of(PmtFile file, Language language) {
        return new PmtHtml(file, language).page();
    }

    private String page() {
        page.opening(language, in(PmtWords.TITLE) + " — " + file.declaration().title(), STYLE)
                .markup("<a class=\"skip\" href=\"#result\">" + Html.escape(in(PmtWords.SUMMARY)) + "</a>")
                .markup("<div class=\"sheet\"><div class=\"running\">")
                .element("p", "notice", in(PmtWords.NOTICE))
                .markup("</div><div class=\"all\">");
        head();
        page.markup("<main>");
        result();
        whole();
        for (int part = 0; part < file.parts().size(); part++) {
            part("p" + (part + 1), file.parts().get(part));
        }
        months();
        return page.element("p", "signed", in(PmtWords.SIGNED))
                .markup("</main><footer>")
                .element("p", in(Version.line(Version.CURRENT)) + " — " + in(PmtWords.NOTICE))
                .markup("</footer></div></div></body></html>")
                .toString();
    }

    private void head() {
        page.markup("<header>").element("h1", in(PmtWords.TITLE)).markup("<dl>");
        fact(PmtWords.SOLUTION, file.declaration().title());
        fact(
                PmtWords.DECLARATION,
                file.declaration().lines().file() + " — SHA-256 "
                        + file.declaration().lines().sha256());
        file.run().replayed().ifPresent(from -> fact(PmtWords.RUN, in(PmtWords.RUN_IS.with(from.file(), from.at()))));
        fact(PmtWords.AS_OF, file.day().toString());
        page.markup("</dl>")
                .element("p", in(PmtWords.WHAT))
                .element("p", in(PmtWords.NOT_HERE))
                .markup("</header>");
    }

    private void fact(Text name, String value) {
        page.element("dt", in(name)).element("dd", value);
    }

    private void result() {
        open("result", in(PmtWords.SUMMARY));
        page.element(
                "p",
                "verdict " + css(file.state()),
                file.state().mark() + " " + in(file.state().title()) + " — " + in(PmtWords.summary(file)));
        page.element("h3", in(PmtWords.NUMBERS));
        if (file.numbers().isEmpty()) {
            page.element("p", "number", in(PmtWords.noNumber(file)));
        } else {
            page.markup("<dl>");
            file.numbers()
                    .forEach(number -> page.element("dt", number.clientId()).element("dd", "number", number.value()));
            page.markup("</dl>");
        }
        page.element("p", in(PmtWords.ABOUT_NUMBERS)).markup("</section>");
    }

    /** The parts on the first sheet; what is open is found by its link. */
    private void whole() {
        open("parts", in(PmtWords.PARTS));
        page.tableHead(in(PmtWords.PARTS), in(List.of(PmtWords.STATE, PmtWords.PART, PmtWords.OPEN)));
        for (int part = 0; part < file.parts().size(); part++) {
            PmtPart one = file.parts().get(part);
            page.markup("<tr class=\"" + css(one.state()) + "\"><td>" + marked(one.state()) + "</td><td><a href=\"#p"
                    + (part + 1) + "\">" + Html.escape(in(one.title())) + "</a></td><td>"
                    + one.points().stream()
                            .filter(point -> point.state() != PmtState.GREEN)
                            .count() + "</td></tr>");
        }
        page.tableEnd().markup("</section>");
    }

    private String marked(PmtState state) {
        return Html.escape(state.mark() + " " + in(state.title()));
    }

    private void part(String id, PmtPart part) {
        open(id, in(part.title()));
        page.element(
                "p",
                "asked",
                in(PmtWords.LABELLED.with(Words.FIDELITY, part.asked().line())));
        page.tableHead(
                in(part.title()),
                in(List.of(PmtWords.STATE, PmtWords.POINT, PmtWords.EVIDENCE, PmtWords.WHERE, PmtWords.WHO)));
        part.points().forEach(this::point);
        page.tableEnd().markup("</section>");
    }

    private void point(PmtPoint point) {
        String rule = point.key().matches("[A-Z]{3}-\\d{2}") ? point.key() + " — " : "";
        page.row(
                css(point.state()),
                List.of(
                        point.state().mark() + " " + in(point.state().title()),
                        rule + in(point.what()),
                        in(point.evidence()),
                        in(point.where()),
                        in(point.who())));
    }

    private void months() {
        open("months", in(PmtWords.MONTHS));
        page.markup("<ul>");
        file.windows().forEach(window -> page.element("li", in(PmtWords.window(window))));
        page.markup("</ul></section>");
    }

    private void open(String id, String title) {
        page.markup("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-h\">")
                .markup("<h2 id=\"" + id + "-h\">" + Html.escape(title) + "</h2>");
    }

    private static String css(PmtState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private List<String> in(List<Text> texts) {
        return texts.stream().map(this::in).toList();
    }

    private String in(Text text) {
        return text.in(language);
    }
}
