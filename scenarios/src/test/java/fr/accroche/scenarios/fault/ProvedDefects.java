package fr.accroche.scenarios.fault;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.chain.ChainPlan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What participants do wrong in the catalogue's faults, each of which {@link MatrixTest} runs. */
public final class ProvedDefects {

    private ProvedDefects() {}

    /** The defects of one kind of participant. */
    public static <E extends Enum<E>> Set<E> of(Class<E> kind) {
        return Arrays.stream(ShippedDeclaration.values())
                .map(ProvedDefects::read)
                .flatMap(declaration -> Faults.ALL.stream().flatMap(fault -> plans(declaration, fault)))
                .flatMap(plan -> plan.defects(kind).stream())
                .collect(Collectors.toSet());
    }

    private static Stream<ChainPlan> plans(Declaration declaration, Fault fault) {
        return fault.fitting(declaration).stream()
                .limit(1)
                .map(operation -> fault.change().apply(ChainPlan.sound(declaration), operation));
    }

    private static Declaration read(ShippedDeclaration shipped) {
        try {
            return DeclarationReader.read("accroche.yaml", shipped.yaml(), LocalDate.now(Clock.systemUTC()));
        } catch (DeclarationException e) {
            throw new AssertionError(e);
        }
    }
}
