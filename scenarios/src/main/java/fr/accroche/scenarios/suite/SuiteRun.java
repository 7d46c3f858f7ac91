package fr.accroche.scenarios.suite;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a report of the suite tells of.
 *
 * @param version of accroche
 * @param at when it began
 * @param took in real time
 * @param declaration what was declared
 * @param operations whose sessions were played, all through one proxy
 * @param results one for each case, in the order in which they were played
 */
public record SuiteRun(
        String version,
        Instant at,
        Duration took,
        Declaration declaration,
        List<Operation> operations,
        List<CaseResult> results) {

    public SuiteRun {
        operations = List.copyOf(operations);
        results = List.copyOf(results);
    }

    /**
     * The verdict: what could not be judged because something else failed leaves it open, what is not testable or not
     * applicable does not; but something must have been judged.
     */
    public Outcome outcome() {
        if (has(Status.FAIL)) {
            return Outcome.NON_CONFORME;
        }
        boolean open = has(Status.ERROR) || has(Status.SKIPPED) || has(Status.REVIEW);
        return open || !(has(Status.PASS) || has(Status.WARNING)) ? Outcome.INDETERMINE : Outcome.CONFORME;
    }

    /** The ids of the cases with this status. */
    public List<String> with(Status status) {
        return results.stream()
                .filter(result -> result.status() == status)
                .map(result -> result.played().id())
                .toList();
    }

    public Optional<CaseResult> of(String id) {
        return results.stream()
                .filter(result -> result.played().id().equals(id))
                .findFirst();
    }

    private boolean has(Status status) {
        return results.stream().anyMatch(result -> result.status() == status);
    }
}
