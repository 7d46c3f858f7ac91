package fr.accroche.scenarios.report.doctor;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.doctor.Checkup;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.certificate.CheckedFileText;
import java.util.List;
import java.util.stream.Collectors;

/** What was examined before a run, for a terminal. */
public final class CheckupText {

    private static final String INDENT = "    ";
    private static final Text LINE = Text.verbatim("{0} — {1}");
    private static final Text TO_DO = Text.of("à faire : {0}", "to do: {0}");
    private static final Text READY = Text.of("prêt : rien en défaut", "ready: nothing wrong");
    private static final Text WATCH =
            Text.of("prêt : rien en défaut, {0} à surveiller", "ready: nothing wrong, {0} to watch");
    private static final Text FAILED =
            Text.of("pas prêt : {0} en défaut, {1} à surveiller", "not ready: {0} wrong, {1} to watch");

    private final Language language;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private CheckupText(Language language, Paint paint) {
        this.language = language;
        this.paint = paint;
    }

    public static String of(Checkup checkup, Language language, Paint paint) {
        CheckupText report = new CheckupText(language, paint);
        checkup.points().forEach(report::point);
        report.verdict(checkup);
        return report.out.toString();
    }

    /** What failed, and what to do of it, without what was well. */
    public static Text failures(Checkup checkup) {
        List<Examined> failed = checkup.points().stream()
                .filter(point -> point.level() == Examined.Level.FAIL)
                .toList();
        return Text.of(failures(failed, Language.FR), failures(failed, Language.EN));
    }

    private static String failures(List<Examined> failed, Language language) {
        return failed.stream()
                .map(point -> LINE.with(point.subject(), point.said()).in(language)
                        + point.remedy()
                                .map(TO_DO::with)
                                .map(text -> " ; " + text.in(language))
                                .orElse(""))
                .collect(Collectors.joining(" ; "));
    }

    private void point(Examined point) {
        line(mark(point.level()) + " " + plain(LINE.with(point.subject(), point.said())));
        point.remedy().ifPresent(remedy -> line(INDENT + plain(TO_DO.with(remedy))));
        CheckedFileText.findings(point.findings(), language, paint)
                .lines()
                .map(text -> text.isEmpty() ? text : INDENT + text)
                .forEach(this::line);
    }

    private String mark(Examined.Level level) {
        return switch (level) {
            case OK -> paint.good("✓");
            case INFO -> "·";
            case WARNING -> "!";
            case FAIL -> paint.bad("✗");
        };
    }

    private void verdict(Checkup checkup) {
        if (checkup.failures() > 0) {
            line(paint.bad(plain(FAILED.with(checkup.failures(), checkup.warnings()))));
        } else {
            line(paint.good(plain(checkup.warnings() == 0 ? READY : WATCH.with(checkup.warnings()))));
        }
    }

    private String plain(Text text) {
        return Observed.plain(text.in(language));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
