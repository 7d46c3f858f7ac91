package fr.accroche.scenarios.doctor;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.CertificateFinding;
import java.util.List;
import java.util.Optional;

/**
 * One thing that was examined before a run.
 *
 * @param subject what
 * @param level whether a run can do with it
 * @param said what was seen of it
 * @param remedy what to do; empty where there is nothing, or where the findings say it
 * @param findings what is wrong with a certificate file, in the words of the catalogue
 */
public record Examined(Text subject, Level level, Text said, Optional<Text> remedy, List<CertificateFinding> findings) {

    /** Whether a run can do with it. */
    public enum Level {
        OK,
        /** Good to know, and nothing to do. */
        INFO,
        /** It works today, or with some programs only. */
        WARNING,
        /** A run would stumble over it. */
        FAIL
    }

    private static final Text COUNTED = Text.of("{0} en défaut, {1} à surveiller", "{0} wrong, {1} to watch");

    public Examined {
        findings = List.copyOf(findings);
    }

    public static Examined ok(Text subject, Text said) {
        return new Examined(subject, Level.OK, said, Optional.empty(), List.of());
    }

    public static Examined info(Text subject, Text said) {
        return new Examined(subject, Level.INFO, said, Optional.empty(), List.of());
    }

    public static Examined warning(Text subject, Text said, Text remedy) {
        return new Examined(subject, Level.WARNING, said, Optional.of(remedy), List.of());
    }

    public static Examined fail(Text subject, Text said, Text remedy) {
        return fail(subject, said, Optional.of(remedy));
    }

    public static Examined fail(Text subject, Text said, Optional<Text> remedy) {
        return new Examined(subject, Level.FAIL, said, remedy, List.of());
    }

    /** A certificate file with which something is wrong. */
    public static Examined found(Text subject, List<CertificateFinding> findings) {
        long failures = findings.stream()
                .filter(finding -> finding.level() == CertificateFinding.Level.FAIL)
                .count();
        return new Examined(
                subject,
                failures == 0 ? Level.WARNING : Level.FAIL,
                COUNTED.with(failures, findings.size() - failures),
                Optional.empty(),
                findings);
    }
}
