package fr.accroche.compliance.check;

import fr.accroche.compliance.check.WaiverUse.State;
import fr.accroche.compliance.declaration.Waiver;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The waivers of a declaration on a day. One that has expired waives nothing, and is itself a breach of the rule that it
 * waived: someone must look again.
 *
 * @param dossier what is judged
 */
record Waivers(Dossier dossier) {

    private static final Set<Status> WAIVABLE = Set.of(Status.FAIL, Status.REVIEW, Status.WARNING);

    CheckResult applied(CheckResult result) {
        List<DeclaredFinding> findings = new ArrayList<>();
        result.findings().forEach(finding -> findings.add(applied(finding)));
        of(result.card()).filter(this::expired).forEach(waiver -> findings.add(expiry(result.card(), waiver)));
        return new CheckResult(result.card(), findings);
    }

    private DeclaredFinding applied(DeclaredFinding finding) {
        return dossier.declaration().waivers().stream()
                .filter(waiver -> !expired(waiver) && waives(waiver, finding))
                .findFirst()
                .filter(waiver -> WAIVABLE.contains(finding.status()))
                .map(finding::waivedBy)
                .orElse(finding);
    }

    private static boolean waives(Waiver waiver, DeclaredFinding finding) {
        return waiver.rule().equals(finding.rule().value()) && waiver.covers(finding.path());
    }

    private Stream<Waiver> of(RuleCard card) {
        return dossier.declaration().waivers().stream()
                .filter(waiver -> waiver.rule().equals(card.id().value()));
    }

    private boolean expired(Waiver waiver) {
        return waiver.until().isBefore(dossier.day());
    }

    private DeclaredFinding expiry(RuleCard card, Waiver waiver) {
        return DeclaredFinding.judge(
                        card,
                        false,
                        waiver.path() + ".until",
                        Text.of("une dérogation valable le {0}", "a waiver that counts on {0}")
                                .with(dossier.day()),
                        Text.of("expirée le {0}", "expired on {0}").with(waiver.until()))
                .as(Status.FAIL);
    }

    /** What became of each, once applied. */
    List<WaiverUse> uses(List<CheckResult> results) {
        return dossier.declaration().waivers().stream()
                .map(waiver -> use(waiver, results))
                .toList();
    }

    private WaiverUse use(Waiver waiver, List<CheckResult> results) {
        boolean known =
                results.stream().anyMatch(result -> result.card().id().value().equals(waiver.rule()));
        int waived = (int) results.stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> finding.waiver().filter(waiver::equals).isPresent())
                .count();
        State state = !known
                ? State.UNKNOWN_RULE
                : expired(waiver) ? State.EXPIRED : waived > 0 ? State.APPLIED : State.UNUSED;
        return new WaiverUse(waiver, state, waived);
    }
}
