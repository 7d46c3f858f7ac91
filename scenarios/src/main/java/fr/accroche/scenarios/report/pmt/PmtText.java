package fr.accroche.scenarios.report.pmt;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.pmt.PmtFile;
import fr.accroche.scenarios.pmt.PmtPart;
import fr.accroche.scenarios.pmt.PmtPoint;
import fr.accroche.scenarios.pmt.PmtState;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.Words;
import java.util.Locale;

/** The PMT page for a terminal. */
public final class PmtText {

    private final Language language;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private PmtText(Language language, Paint paint) {
        this.language = language;
        this.paint = paint;
    }

    public static String of(PmtFile file, Language language, Paint paint) {
        PmtText text = new PmtText(language, paint);
        text.head(file);
        file.parts().forEach(text::part);
        text.end(file);
        return text.out.toString();
    }

    private void head(PmtFile file) {
        line(in(Version.line(Version.CURRENT)) + " — " + paint.strong(in(PmtWords.TITLE)));
        line(in(PmtWords.NOTICE));
        fact(PmtWords.SOLUTION, file.declaration().title());
        fact(PmtWords.DECLARATION, file.declaration().lines().file());
        file.run().replayed().ifPresent(from -> fact(PmtWords.RUN, in(PmtWords.RUN_IS.with(from.file(), from.at()))));
        fact(PmtWords.AS_OF, file.day().toString());
    }

    private void fact(Text name, String value) {
        line(String.format(Locale.ROOT, "  %-12s %s", in(name), Observed.plain(value)));
    }

    private void part(PmtPart part) {
        line("");
        line(paint.strong(Observed.plain(in(part.title()))));
        line("  " + in(PmtWords.LABELLED.with(Words.FIDELITY, part.asked().line())));
        part.points().forEach(this::point);
    }

    private void point(PmtPoint point) {
        String rule = point.key().matches("[A-Z]{3}-\\d{2}") ? point.key() + "  " : "";
        line("  " + mark(point.state()) + " "
                + String.format(Locale.ROOT, "%-10s ", in(point.state().title()))
                + Observed.plain(rule + in(point.what())));
        line("      " + Observed.plain(in(point.evidence())));
        if (point.state() != PmtState.GREEN) {
            line("      " + Observed.plain(in(PmtWords.PLACE.with(point.where(), point.who()))));
        }
    }

    private String mark(PmtState state) {
        return state == PmtState.GREEN ? paint.good(state.mark()) : paint.bad(state.mark());
    }

    private void end(PmtFile file) {
        line("");
        line(paint.strong(in(PmtWords.MONTHS)));
        file.windows().forEach(window -> line("  " + in(PmtWords.window(window))));
        line("");
        line(paint.strong(in(PmtWords.NUMBERS)));
        if (file.numbers().isEmpty()) {
            line("  " + in(PmtWords.noNumber(file)));
        } else {
            file.numbers().forEach(number -> line("  " + number.clientId() + "  " + paint.good(number.value())));
            line("  " + in(PmtWords.ABOUT_NUMBERS));
        }
        line("");
        line(paint.strong(in(PmtWords.SUMMARY)) + "  " + mark(file.state()) + " "
                + in(file.state().title()) + " — " + in(PmtWords.summary(file)));
    }

    private String in(Text text) {
        return text.in(language);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
