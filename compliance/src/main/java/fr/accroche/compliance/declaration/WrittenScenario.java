package fr.accroche.compliance.declaration;

import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A scenario as a file has it. Each word in it is known; whether it goes with the declaration that it is played on is not said yet.
 *
 * @param path its place in the file, for example {@code scenarios[0]}
 * @param id its name, the only one such in the file
 * @param title what is played, in a sentence
 * @param tags by which it is chosen, in the order of the file
 * @param architecture the declaration that comes with accroche, where it is played on one
 * @param declaration the file of the declaration that it is played on, from the folder of the scenario file, where it names one
 * @param overrides what it says otherwise than the declaration
 * @param clientIds whose sessions; empty for those that fit
 * @param professional who sits before the LPS, where it is not the usual one
 * @param faults what is broken on purpose, in the order of the file
 * @param steps what the LPS does; empty for a whole session
 * @param expectation what must be found
 */
public record WrittenScenario(
        String path,
        String id,
        Text title,
        Set<String> tags,
        Optional<ShippedDeclaration> architecture,
        Optional<String> declaration,
        Overrides overrides,
        List<String> clientIds,
        Optional<String> professional,
        List<WrittenFault> faults,
        List<ScenarioStep> steps,
        Expectation expectation) {

    public WrittenScenario {
        Objects.requireNonNull(id, "id");
        tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
        Objects.requireNonNull(overrides, "overrides");
        clientIds = List.copyOf(clientIds);
        faults = List.copyOf(faults);
        steps = List.copyOf(steps);
        Objects.requireNonNull(expectation, "expectation");
    }

    /** Something broken on purpose. */
    public sealed interface WrittenFault {

        /** Its place in the file, for example {@code scenarios[0].faults[1]}. */
        String path();
    }

    /**
     * One of the catalogue of faults.
     *
     * @param id its id there
     */
    public record Named(String path, String id) implements WrittenFault {}

    /**
     * One on demand, in the words of {@code /__accroche/faults}.
     *
     * @param at the simulator that plays it
     * @param endpoint which of its endpoints
     * @param act what happens there, for example {@code status:503}
     * @param times to how many calls
     * @param clientId to whose calls only; empty for any
     */
    public record OnDemand(String path, String at, String endpoint, String act, int times, Optional<String> clientId)
            implements WrittenFault {}

    /**
     * What must be found, and nothing else.
     *
     * @param outcome of the run
     * @param broken the rules that fail
     * @param warned the rules that warn
     * @param unreached the rules that have nothing to judge although no refusal stops the chain
     */
    public record Expectation(Outcome outcome, Set<RuleId> broken, Set<RuleId> warned, Set<RuleId> unreached) {
        public Expectation {
            Objects.requireNonNull(outcome, "outcome");
            broken = Set.copyOf(broken);
            warned = Set.copyOf(warned);
            unreached = Set.copyOf(unreached);
        }
    }
}
