package fr.accroche.scenarios.fault;

import fr.accroche.compliance.rule.RuleId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                    TokenFaults.ALL,
                    MessageFaults.ALL,
                    MetierFaults.ALL,
                    VihfFaults.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Fault::id))
            .toList();

    private Faults() {}

    public static Optional<Fault> named(String id) {
        return ALL.stream().filter(fault -> fault.id().equals(id)).findFirst();
    }

    static Set<RuleId> rules(String... ids) {
        return Arrays.stream(ids).map(RuleId::of).collect(Collectors.toSet());
    }
}
