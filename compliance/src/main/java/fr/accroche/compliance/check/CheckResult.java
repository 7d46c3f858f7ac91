package fr.accroche.compliance.check;

import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import java.util.Comparator;
import java.util.List;

/**
 * What came of one rule on a declaration.
 *
 * @param card the rule
 * @param findings every place judged; empty where the declaration has nothing that the rule is about
 */
public record CheckResult(RuleCard card, List<DeclaredFinding> findings) {

    public CheckResult {
        findings = List.copyOf(findings);
    }

    /** The worst that any finding says. */
    public Status status() {
        return findings.stream()
                .map(DeclaredFinding::status)
                .min(Comparator.naturalOrder())
                .orElse(Status.NOT_APPLICABLE);
    }

    /** The findings that someone must do something about, or took upon themselves; worst first. */
    public List<DeclaredFinding> telling() {
        return findings.stream()
                .filter(finding -> finding.status().compareTo(Status.PASS) < 0)
                .sorted(Comparator.comparing(DeclaredFinding::status))
                .toList();
    }
}
