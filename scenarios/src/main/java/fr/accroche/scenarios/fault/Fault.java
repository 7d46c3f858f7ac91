package fr.accroche.scenarios.fault;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.ChainPlan;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One thing broken on purpose.
 *
 * @param id its stable id
 * @param title what is broken
 * @param breaks exactly the rules that a run with this fault breaks
 * @param status what it makes of those rules: FAIL, or WARNING where the real chain would not refuse
 * @param needs what an operation must have for it to show
 * @param change how the chain is built wrong
 */
public record Fault(String id, Text title, Set<RuleId> breaks, Status status, Need needs, Change change) {

    public Fault {
        Objects.requireNonNull(id, "id");
        breaks = Set.copyOf(breaks);
        if (breaks.isEmpty()) {
            throw new IllegalArgumentException(id + ": a fault breaks at least one rule");
        }
    }

    /** How a plan is broken for one operation. */
    @FunctionalInterface
    public interface Change {
        ChainPlan apply(ChainPlan plan, Operation operation);
    }

    /** The declared operations that this fault can be shown on. */
    public List<Operation> fitting(Declaration declaration) {
        return declaration.operations().stream()
                .filter(operation -> needs.met().test(declaration, operation))
                .toList();
    }

    @Override
    public String toString() {
        return id;
    }
}
