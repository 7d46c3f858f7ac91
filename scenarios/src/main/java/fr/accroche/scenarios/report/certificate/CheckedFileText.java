package fr.accroche.scenarios.report.certificate;

import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.CertificateFinding;
import fr.accroche.scenarios.certificate.CertificateFinding.Level;
import fr.accroche.scenarios.certificate.CertificateFinding.Observation;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.diagnosis.ErrorSheet;
import fr.accroche.scenarios.report.rules.RuleSheet.Part;
import java.util.List;
import java.util.Locale;

/** The check of a certificate file, for a terminal. */
public final class CheckedFileText {

    private static final Text WHERE = Text.of("où", "where");
    private static final Text EXPECTED = Text.of("attendu", "expected");
    private static final Text OBSERVED = Text.of("observé", "observed");
    private static final Text SOUND = Text.of("{0} : rien à redire", "{0}: nothing wrong with it");
    private static final Text WARNED = Text.of("{0} : utilisable ; {1} à surveiller", "{0}: usable; {1} to watch");
    private static final Text FAILED = Text.of("{0} : {1} en défaut, {2} à surveiller", "{0}: {1} wrong, {2} to watch");

    private final Language language;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private CheckedFileText(Language language, Paint paint) {
        this.language = language;
        this.paint = paint;
    }

    public static String of(CheckedFile checked, Language language, Paint paint) {
        CheckedFileText report = new CheckedFileText(language, paint);
        checked.findings().forEach(report::finding);
        report.verdict(checked);
        return report.out.toString();
    }

    /** The findings alone, for a report that has its own end. */
    public static String findings(List<CertificateFinding> findings, Language language, Paint paint) {
        CheckedFileText report = new CheckedFileText(language, paint);
        findings.forEach(report::finding);
        return report.out.toString();
    }

    private void finding(CertificateFinding finding) {
        boolean fails = finding.level() == Level.FAIL;
        String mark = fails ? paint.bad("✗") : "!";
        line(mark + " "
                + paint.strong(
                        String.format(Locale.ROOT, "%-4s", finding.error().id()))
                + finding.error().title().in(language));
        for (Observation observation : finding.observations()) {
            part(WHERE.in(language), observation.where());
            part(EXPECTED.in(language), observation.expected().in(language));
            part(OBSERVED.in(language), observation.observed().in(language));
        }
        new ErrorSheet(finding.error()).explained(language).forEach(this::part);
        line("");
    }

    private void verdict(CheckedFile checked) {
        if (checked.findings().isEmpty()) {
            line(paint.good(SOUND.with(checked.file()).in(language)));
        } else if (checked.failures() == 0) {
            line(WARNED.with(checked.file(), checked.warnings()).in(language));
        } else {
            line(paint.bad(FAILED.with(checked.file(), checked.failures(), checked.warnings())
                    .in(language)));
        }
    }

    private void part(Part part) {
        String name = part.name().in(language);
        for (String said : part.lines()) {
            part(name, said);
            name = "";
        }
    }

    private void part(String name, String said) {
        line(String.format(Locale.ROOT, "     %-11s %s", name, said));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
