package fr.accroche.scenarios.fault;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.scenarios.chain.ChainPlan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every fault, in one explicit list. */
public final class Faults {

    /** By id. */
    public static final List<Fault> ALL = Stream.of(
                    CallerFaults.ALL,
                    CertificateFaults.ALL,
                    TlsFaults.ALL,
                    RegisterFaults.ALL,
                    PscFaults.ALL,
                    ExchangeFaults.ALL,
                    TokenFaults.ALL,
                    AssertionFaults.ALL,
                    MessageFaults.ALL,
                    FormFaults.ALL,
                    MetierFaults.ALL,
                    VihfFaults.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Fault::id))
            .toList();

    private static final String BETWEEN = "+";

    private Faults() {}

    public static Optional<Fault> named(String id) {
        return ALL.stream().filter(fault -> fault.id().equals(id)).findFirst();
    }

    /** The ids of these as a report has them, as {@code one+other}; empty when there are none. */
    public static Optional<String> named(List<Fault> faults) {
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(faults.stream().map(Fault::id).collect(Collectors.joining(BETWEEN)));
    }

    /** The ids that a report has, whether or not there are such faults. */
    public static List<String> ids(String named) {
        return List.of(named.split(Pattern.quote(BETWEEN)));
    }

    /**
     * A plan with all of these at once.
     *
     * @throws IllegalArgumentException if two of them cannot be shown together
     */
    public static ChainPlan in(ChainPlan plan, List<Fault> faults, Operation operation) {
        ChainPlan broken = plan;
        for (Fault fault : faults) {
            broken = fault.change().apply(broken, operation);
        }
        return broken;
    }

    static Set<RuleId> rules(String... ids) {
        return Arrays.stream(ids).map(RuleId::of).collect(Collectors.toSet());
    }
}
