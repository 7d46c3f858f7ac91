package fr.accroche.scenarios.report.certificate;

import fr.accroche.scenarios.certificate.CertificateFinding;
import fr.accroche.scenarios.certificate.CertificateFinding.Level;
import java.util.List;

/**
 * What a report on the check of a file tells.
 *
 * @param file its name
 * @param findings everything that is wrong with it
 */
public record CheckedFile(String file, List<CertificateFinding> findings) {

    public CheckedFile {
        findings = List.copyOf(findings);
    }

    public long failures() {
        return findings.stream()
                .filter(finding -> finding.level() == Level.FAIL)
                .count();
    }

    public long warnings() {
        return findings.size() - failures();
    }
}
