package fr.accroche.scenarios.pmt;

import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.check.CheckResult;
import fr.accroche.compliance.check.Journey;
import fr.accroche.compliance.check.Journey.Progress;
import fr.accroche.compliance.check.Journey.Step;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Waiver;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the declaration shows.
 *
 * @param check its judgement
 */
record DeclaredPoints(Check check) {

    /** Of an architecture that holds together (webinar, "vérifier la cohérence de l'architecture technique de la solution"). */
    private static final Set<String> ARCHITECTURE = Set.of("ARC", "OPE", "ENV");

    private static final String PATH = "PMT";

    private static final Text ARCHITECTURE_TITLE =
            Text.of("L'architecture déclarée se tient", "The declared architecture holds together");
    private static final Text PATH_TITLE =
            Text.of("{0} — le parcours jusqu'au PMT", "{0} — the path to the prérequis de maturité technique");
    private static final Text HELD = Text.of("{0} ; endroits : {1}", "{0}; places: {1}");
    private static final Text FOUND =
            Text.of("{0} — attendu : {1} ; déclaré : {2}", "{0} — expected: {1}; declared: {2}");
    private static final Text AND_OTHERS = Text.of("{0} (et {1} de plus)", "{0} (and {1} more)");
    private static final Text WAIVED = Text.of(
            "dérogation jusqu'au {0}, que vous prenez sur vous : {1}", "waived to {0}, which you take upon you: {1}");
    private static final Text DONE = Text.of("fait le {0}", "done on {0}");
    private static final Text DONE_SOME_DAY = Text.of("fait", "done");
    private static final Text TO_DO = Text.of("à faire : rien ne le précède", "to do: nothing comes before it");

    PmtPart architecture() {
        List<PmtPoint> points = check.rules().stream()
                .filter(result -> ARCHITECTURE.contains(result.card().id().family()))
                .filter(result -> !result.findings().isEmpty())
                .map(result -> point(result.card(), result.findings()))
                .toList();
        return new PmtPart(
                "architecture",
                Optional.empty(),
                Optional.empty(),
                ARCHITECTURE_TITLE,
                PmtFidelity.ARCHITECTURE,
                points);
    }

    /** Of one client_id: what comes before the PMT, and what PMT rules find in what is declared since. */
    PmtPart path(Journey journey) {
        Operation operation = journey.operation();
        String place = check.dossier().declaration().path(operation);
        List<PmtPoint> points = new ArrayList<>();
        for (Step step : journey.steps().stream().filter(Step::opening).toList()) {
            points.add(step("step-" + (points.size() + 1), step, place));
        }
        for (CheckResult result : check.rules()) {
            List<DeclaredFinding> theirs = result.findings().stream()
                    .filter(finding -> finding.path().startsWith(place + ".pmt"))
                    .toList();
            if (result.card().id().family().equals(PATH) && !theirs.isEmpty()) {
                points.add(point(result.card(), theirs));
            }
        }
        return new PmtPart(
                "path",
                Optional.of(operation.clientId().value()),
                Optional.empty(),
                PATH_TITLE.with(operation.clientId().value()),
                PmtFidelity.PATH,
                points);
    }

    private PmtPoint step(String key, Step step, String place) {
        boolean done = step.progress() == Progress.DONE;
        return new PmtPoint(
                key,
                step.title(),
                done ? PmtState.GREEN : PmtState.RED,
                done ? step.on().map(DONE::with).orElse(DONE_SOME_DAY) : TO_DO,
                where(place),
                Owner.EDITEUR_LPS.title());
    }

    private PmtPoint point(RuleCard card, List<DeclaredFinding> findings) {
        DeclaredFinding worst = findings.stream()
                .min((a, b) -> a.status().compareTo(b.status()))
                .orElseThrow();
        return new PmtPoint(
                card.id().value(),
                card.title(),
                PmtState.of(worst.status()),
                evidence(worst, findings),
                where(worst.path()),
                Who.of(card.owners()));
    }

    private static Text evidence(DeclaredFinding worst, List<DeclaredFinding> findings) {
        if (worst.status() == Status.PASS) {
            return HELD.with(worst.status().title(), findings.size());
        }
        long others = findings.stream()
                        .filter(one -> one.status().compareTo(Status.PASS) < 0)
                        .count()
                - 1;
        Text found = worst.waiver()
                .map(DeclaredPoints::waived)
                .orElseGet(() -> FOUND.with(worst.status().title(), worst.expected(), worst.observed()));
        return others > 0 ? AND_OTHERS.with(found, others) : found;
    }

    private static Text waived(Waiver waiver) {
        LocalDate until = waiver.until();
        return WAIVED.with(until, waiver.justification());
    }

    private Text where(String path) {
        return Text.verbatim(check.dossier().where(path));
    }
}
