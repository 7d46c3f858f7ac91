package fr.accroche.scenarios.report.html;

import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.report.scenario.ScenarioWords;
import fr.accroche.scenarios.scenario.ScenarioResult;
import fr.accroche.scenarios.scenario.ScenarioResults;
import java.util.ArrayList;
import java.util.List;

/** Scenarios as one page: a table of all, then the whole report of those that came to something else than was expected. */
public final class ScenarioPage {

    private final Language language;
    private final Html page = new Html();

    private ScenarioPage(Language language) {
        this.language = language;
    }

    public static String of(ScenarioResults results, Language language) {
        ScenarioPage report = new ScenarioPage(language);
        report.opening();
        report.page
                .element(
                        "p",
                        report.in(PageWords.MADE_BY) + " " + report.in(Version.line(Version.CURRENT))
                                + Words.seconds(results.took()))
                .markup("</header>");
        List<ScenarioResult> told = results.told();
        List<RunPart> parts = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            parts.add(new RunPart(report.page, told.get(i).run(), prefix(i) + "-", 3, language));
        }
        report.contents(told);
        report.page.markup("<main>");
        report.summary(results);
        for (int i = 0; i < told.size(); i++) {
            report.scenario(told.get(i), prefix(i), parts.get(i));
        }
        return report.page
                .markup("</main><footer>")
                .element("p", report.in(Version.line(Version.CURRENT)) + " — " + report.in(Words.REHEARSAL))
                .markup("</footer></body></html>")
                .toString();
    }

    /** Ids of scenarios are one in a file only. */
    private static String prefix(int number) {
        return "scenario-" + (number + 1);
    }

    private void opening() {
        page.opening(language, "accroche test — " + in(ScenarioWords.SCENARIOS), Style.SHARED + Style.RUN)
                .markup("<a class=\"skip\" href=\"#verdict\">" + Html.escape(in(PageWords.SKIP)) + "</a>")
                .markup("<header>")
                .element("h1", "accroche test — " + in(ScenarioWords.SCENARIOS))
                .element("p", "notice", in(Words.REHEARSAL));
    }

    private void contents(List<ScenarioResult> told) {
        page.markup("<nav aria-label=\"" + Html.escape(in(PageWords.CONTENTS)) + "\"><ul>")
                .markup("<li><a href=\"#verdict\">" + Html.escape(in(ScenarioWords.SCENARIOS)) + "</a></li>");
        for (int i = 0; i < told.size(); i++) {
            page.markup("<li><a href=\"#" + prefix(i) + "\">"
                    + Html.escape(told.get(i).scenario().id()) + "</a></li>");
        }
        page.markup("</ul></nav>");
    }

    private void summary(ScenarioResults results) {
        Text total = ScenarioWords.total(results);
        page.markup("<section id=\"verdict\" aria-labelledby=\"verdict-h\">")
                .markup("<h2 id=\"verdict-h\">" + Html.escape(in(total)) + "</h2>")
                .tableHead(
                        in(ScenarioWords.SCENARIOS),
                        List.of(
                                in(PageWords.STATE),
                                in(ScenarioWords.SCENARIO),
                                in(PageWords.WHAT),
                                in(ScenarioWords.EXPECTED),
                                in(ScenarioWords.FOUND)));
        results.results()
                .forEach(result -> page.row(
                        "state",
                        List.of(
                                in(result.asExpected() ? ScenarioWords.AS_EXPECTED : ScenarioWords.DIFFERS),
                                result.scenario().id() + " — "
                                        + in(result.scenario().title()),
                                result.scenario().place(),
                                in(ScenarioWords.expected(result.scenario())),
                                in(ScenarioWords.found(result)))));
        results.unplayed()
                .forEach(unplayed -> page.row(
                        "state",
                        List.of(
                                "✗",
                                unplayed.scenario().id() + " — "
                                        + in(unplayed.scenario().title()),
                                unplayed.scenario().place(),
                                in(ScenarioWords.expected(unplayed.scenario())),
                                in(ScenarioWords.unplayed(unplayed)))));
        page.tableEnd().markup("</section>");
    }

    private void scenario(ScenarioResult result, String id, RunPart part) {
        page.markup("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-h\">")
                .markup("<h2 id=\"" + id + "-h\">"
                        + Html.escape(result.scenario().id() + " — "
                                + in(result.scenario().title()))
                        + "</h2>");
        ScenarioWords.differences(result).forEach(difference -> page.element("p", "✗ " + in(difference)));
        part.write();
        page.markup("</section>");
    }

    private String in(Text text) {
        return text.in(language);
    }
}
