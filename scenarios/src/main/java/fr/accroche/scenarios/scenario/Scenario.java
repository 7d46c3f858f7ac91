package fr.accroche.scenarios.scenario;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ScenarioStep;
import fr.accroche.compliance.declaration.WrittenScenario;
import fr.accroche.compliance.declaration.WrittenScenario.Expectation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.ChainPlan.PlannedFault;
import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.scenarios.lps.SeatedPerson;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A scenario that can be played: all that it names is there.
 *
 * @param origin the file that it is of
 * @param written as the file has it
 * @param line where it begins there, from 1
 * @param declaration what it is played on, with what it says otherwise
 * @param folder where the relative paths of that declaration start from
 * @param operations whose sessions, at least one; the faults are the first one's
 * @param faults of the catalogue, in the order of the file
 * @param onDemand what is asked of the simulators
 * @param person who sits before the LPS
 */
public record Scenario(
        ScenarioOrigin origin,
        WrittenScenario written,
        int line,
        Declaration declaration,
        Path folder,
        List<Operation> operations,
        List<Fault> faults,
        List<PlannedFault> onDemand,
        SeatedPerson person) {

    private static final char KEY = '#';

    /** A whole session. */
    private static final List<ScenarioStep> WHOLE =
            List.of(new ScenarioStep.Connect(), new ScenarioStep.Send(Optional.empty()), new ScenarioStep.Disconnect());

    public Scenario {
        operations = List.copyOf(operations);
        faults = List.copyOf(faults);
        onDemand = List.copyOf(onDemand);
    }

    public String id() {
        return written.id();
    }

    public Text title() {
        return written.title();
    }

    public Set<String> tags() {
        return written.tags();
    }

    public Expectation expectation() {
        return written.expectation();
    }

    /** What it is known again by in the next run: its file, which may not be where the command runs, and its id. */
    public String key() {
        return origin.key() + KEY + id();
    }

    /** The file of a key. */
    public static String fileOfKey(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf(KEY)));
    }

    /** {@code file:line}. */
    public String place() {
        return origin.name() + ":" + line;
    }

    /** What the LPS does. */
    public List<ScenarioStep> steps() {
        return written.steps().isEmpty() ? WHOLE : written.steps();
    }

    /**
     * How its chain is built.
     *
     * @param sound the chain without what is broken on purpose
     */
    public ChainPlan plan(ChainPlan sound) {
        ChainPlan plan = Faults.in(sound.withPerson(person), faults, operations.get(0));
        for (PlannedFault fault : onDemand) {
            plan = plan.withFault(fault.at(), fault.order());
        }
        return plan;
    }

    /** Whether any of the chain is the vendor's: then another scenario cannot be played beside it. */
    public boolean alone() {
        return declaration.participants().external().findAny().isPresent();
    }
}
