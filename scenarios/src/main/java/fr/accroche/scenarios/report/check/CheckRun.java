package fr.accroche.scenarios.report.check;

import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.declaration.Problem;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.scenarios.Version;
import java.time.LocalDate;
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
