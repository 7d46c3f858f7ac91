package fr.accroche.compliance.check;

import fr.accroche.compliance.catalogue.DeclaredRules;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Obligation;
import fr.accroche.compliance.obligation.Obligations;
import fr.accroche.compliance.obligation.Recognition;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The judgement of a declaration on a day.
 *
 * @param dossier what was judged
 * @param recognition which architecture it is
 * @param obligations what the tables ask of it
 * @param rules one result for each rule that judges declarations, by id
 * @param waivers what became of each waiver
 */
public record Check(
        Dossier dossier,
        Recognition recognition,
        List<Obligation> obligations,
        List<CheckResult> rules,
        List<WaiverUse> waivers) {

    public Check {
        obligations = List.copyOf(obligations);
        rules = List.copyOf(rules);
        waivers = List.copyOf(waivers);
    }

    /** Judges a declaration as of a day. */
    public static Check of(Declaration declaration, LocalDate day) {
        return of(declaration, day, DeclaredRules.ALL);
    }

    static Check of(Declaration declaration, LocalDate day, List<DeclaredRule> catalogue) {
        Dossier dossier = new Dossier(declaration, day);
        Waivers waivers = new Waivers(dossier);
        List<CheckResult> results = catalogue.stream()
                .map(rule -> waivers.applied(new CheckResult(rule.card(), findings(rule, dossier))))
                .toList();
        return new Check(dossier, Recognition.of(dossier), Obligations.of(dossier), results, waivers.uses(results));
    }

    /** The files to hand in at the EDC PSC guichet. */
    public List<EdcFile> edcFiles() {
        return EdcFile.of(dossier, obligations);
    }

    /** The requests to make to the CNDA. */
    public List<CndaRequest> cndaRequests() {
        return CndaRequest.of(dossier, obligations);
    }

    /** The path of each client_id through the guichets. */
    public List<Journey> journeys() {
        return Journey.of(dossier, obligations);
    }

    private static List<DeclaredFinding> findings(DeclaredRule rule, Dossier dossier) {
        try {
            return rule.check(dossier);
        } catch (RuntimeException crash) {
            return List.of(new DeclaredFinding(
                    rule.card().id(),
                    Status.ERROR,
                    "",
                    Text.verbatim("—"),
                    Text.verbatim(crash.toString()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    /** Conforme where nothing fails and nobody must look. */
    public Outcome outcome() {
        Status worst = rules.stream()
                .map(CheckResult::status)
                .min(Comparator.naturalOrder())
                .orElse(Status.NOT_APPLICABLE);
        if (!with(Status.FAIL).isEmpty()) {
            return Outcome.NON_CONFORME;
        }
        return worst == Status.ERROR || worst == Status.REVIEW ? Outcome.INDETERMINE : Outcome.CONFORME;
    }

    /** The ids of the rules with this status. */
    public List<RuleId> with(Status status) {
        return rules.stream()
                .filter(result -> result.status() == status)
                .map(result -> result.card().id())
                .toList();
    }
}
