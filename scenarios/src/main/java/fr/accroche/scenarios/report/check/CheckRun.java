package fr.accroche.scenarios.report.check;

import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Problem;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.Obligation;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.report.IdentityTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a report on a declaration tells of.
 *
 * @param version of accroche
 * @param file the declaration
 * @param day the day that it is judged as of
 * @param problems what cannot be read in it
 * @param check the judgement; empty where too little could be read to judge
 */
public record CheckRun(String version, String file, LocalDate day, List<Problem> problems, Optional<Check> check) {

    public CheckRun {
        problems = List.copyOf(problems);
    }

    /** A run of this version. */
    public static CheckRun of(String file, LocalDate day, List<Problem> problems, Optional<Check> check) {
        return new CheckRun(Version.CURRENT, file, day, problems, check);
    }

    /**
     * A finding with its rule.
     *
     * @param card the rule
     * @param finding the finding
     */
    record Found(RuleCard card, DeclaredFinding finding) {

        Citation source() {
            return finding.basis().orElse(card.citation());
        }
    }

    /**
     * What it comes to; empty where too little could be read to judge. While a part cannot be read nothing is conforming: a
     * rule on that part had nothing to judge.
     */
    public Optional<Outcome> outcome() {
        return check.map(Check::outcome)
                .map(judged -> judged == Outcome.CONFORME && !problems.isEmpty() ? Outcome.INDETERMINE : judged);
    }

    /** The names of the declared solutions. */
    String title() {
        return declaration().map(Declaration::title).orElse("—");
    }

    /** The name of a declared actor. */
    String actor(String key) {
        return declaration().map(declared -> declared.actors().get(key).name()).orElse("—");
    }

    /** What of the declared architecture is left out here, and why. */
    List<Text> notes() {
        List<Text> notes = new ArrayList<>();
        declaration().ifPresent(declared -> {
            if (declared.solutions().stream()
                    .anyMatch(solution -> solution.teleservices().contains(Teleservice.MSSANTE))) {
                notes.add(CheckWords.NOT_SIMULATED);
            }
            if (!declared.couloir().asksCredential()) {
                notes.add(CheckWords.NO_CREDENTIAL);
            }
        });
        return notes;
    }

    /** What each declared client_id must show; nothing is observed where nothing runs. */
    List<IdentityTable> identities() {
        return declaration().stream()
                .flatMap(declared -> declared.operations().stream()
                        .map(operation -> IdentityTable.of(declared, operation, List.of())))
                .toList();
    }

    /** The intrusion tests have a table of their own. */
    static boolean intrusion(Obligation one) {
        return one.kind() == Obligation.Kind.INTRUSION_TEST;
    }

    private Optional<Declaration> declaration() {
        return check.map(judged -> judged.dossier().declaration());
    }

    /** What someone must do something about, or took upon themselves; worst first. */
    List<Found> telling() {
        return check.map(Check::rules).orElse(List.of()).stream()
                .flatMap(result -> result.telling().stream().map(finding -> new Found(result.card(), finding)))
                .sorted((a, b) -> a.finding().status().compareTo(b.finding().status()))
                .toList();
    }

    /** What is wrong, the waived left out. */
    List<Found> wrong() {
        return telling().stream()
                .filter(found -> found.finding().status() != Status.WAIVED)
                .toList();
    }
}
