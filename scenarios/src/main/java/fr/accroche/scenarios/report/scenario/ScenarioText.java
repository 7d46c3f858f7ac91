package fr.accroche.scenarios.report.scenario;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.TextReport;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.scenario.ScenarioResult;
import fr.accroche.scenarios.scenario.ScenarioResults;
import fr.accroche.scenarios.scenario.Unplayed;
import java.util.Locale;

/** Scenarios for a terminal: a line for each, the whole report of those that came to something else, and a total. */
public final class ScenarioText {

    private final Language language;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private ScenarioText(Language language, Paint paint) {
        this.language = language;
        this.paint = paint;
    }

    public static String of(ScenarioResults results, Language language, Paint paint) {
        ScenarioText report = new ScenarioText(language, paint);
        report.line(Version.line(Version.CURRENT).in(language) + " — " + Words.REHEARSAL.in(language));
        report.line("");
        results.results().forEach(result -> report.line(line(result, language, paint)));
        results.unplayed().forEach(report::unplayed);
        report.line("");
        results.told().forEach(report::whole);
        report.line(paint.strong(ScenarioWords.total(results).in(language) + Words.seconds(results.took())));
        return report.out.toString();
    }

    /** One line for a scenario, as it is shown when it ends too. */
    public static String line(ScenarioResult result, Language language, Paint paint) {
        return String.format(
                Locale.ROOT,
                "  %s %-42s %s",
                result.asExpected() ? paint.good("✓") : paint.bad("✗"),
                result.scenario().id(),
                ScenarioWords.found(result).in(language)
                        + Words.seconds(result.run().took()));
    }

    private void unplayed(Unplayed unplayed) {
        String why = Observed.plain(ScenarioWords.unplayed(unplayed).in(language));
        line(String.format(
                Locale.ROOT,
                "  %s %-42s %s",
                paint.bad("✗"),
                unplayed.scenario().id(),
                why));
    }

    private void whole(ScenarioResult result) {
        line(paint.strong(result.scenario().id() + " — "
                + Observed.plain(result.scenario().title().in(language)) + " ["
                + Observed.plain(result.scenario().place()) + "]"));
        line("  " + ScenarioWords.EXPECTED.in(language) + "  "
                + ScenarioWords.expected(result.scenario()).in(language));
        line("  " + ScenarioWords.FOUND.in(language) + "  "
                + ScenarioWords.found(result).in(language));
        ScenarioWords.differences(result).forEach(difference -> line("  " + paint.bad("✗ " + difference.in(language))));
        line("");
        out.append(TextReport.of(result.run(), language, paint));
        line("");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
