package fr.accroche.compliance.verdict;

import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of one rule over a whole run.
 *
 * @param card the rule
 * @param status the worst that any of its findings says
 * @param findings every place judged; empty when there was nothing to judge
 * @param reason why it could not be judged, where it is not testable
 */
public record RuleResult(RuleCard card, Status status, List<Finding> findings, Optional<Text> reason) {

    public RuleResult {
        findings = List.copyOf(findings);
        Objects.requireNonNull(reason, "reason");
    }

    /** The finding that tells most: the first of the worst status. */
    public Optional<Finding> telling() {
        return findings.stream().filter(finding -> finding.status() == status).findFirst();
    }
}
