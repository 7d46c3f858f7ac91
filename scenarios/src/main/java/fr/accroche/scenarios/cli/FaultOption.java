package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.fault.Faults;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** {@code --fault ID}: a run with something broken on purpose. */
final class FaultOption {

    private static final Text UNKNOWN_FAULT = Text.of(
            "--fault {0} : défaut inconnu ; voir accroche test --list-faults",
            "--fault {0}: unknown fault; see accroche test --list-faults");
    private static final Text FAULT_DOES_NOT_FIT = Text.of(
            "--fault {0} : il faut {1}, ce que {2} ne déclare pas",
            "--fault {0}: it takes {1}, which {2} does not declare");
    private static final Text FAULT_OF_THEIRS = Text.of(
            "--fault {0} : ce défaut est celui de {1}, qui est le vôtre (participants) ; seul un serveur simulé s'abîme exprès",
            "--fault {0}: this is a fault of {1}, which is your own (participants); only a simulated server is broken on purpose");
    private static final Text OWN_PROXY = Text.of(
            "--fault {0} : c'est le proxy qui se trompe, et il est le vôtre ({1}) ; choisir un défaut du LPS, du registre ou d'un serveur simulé",
            "--fault {0}: it is the proxy that goes wrong, and it is your own ({1}); choose a fault of the LPS, the register or a simulated server");

    @Option(names = "--fault", paramLabel = "ID", descriptionKey = "fault")
    private String fault;

    @Option(names = "--list-faults", descriptionKey = "list-faults")
    private boolean listFaults;

    /** A fault, and the operation whose session has it. */
    record Broken(Fault fault, Operation operation) {}

    boolean asked() {
        return fault != null;
    }

    boolean listing() {
        return listFaults;
    }

    void list(Console console) {
        Faults.ALL.forEach(one -> list(one, console));
    }

    private static void list(Fault one, Console console) {
        String rules = one.breaks().stream().sorted().map(RuleId::value).collect(Collectors.joining(" "));
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%-38s %-30s %s",
                        one.id(),
                        rules,
                        one.title().in(console.language())));
    }

    /** The fault that is asked for, on the first of these operations that it fits. */
    Broken fitting(Declaration declaration, List<Operation> operations) {
        Fault named = Faults.named(fault).orElseThrow(() -> UserException.usage(UNKNOWN_FAULT.with(fault)));
        Operation operation = named.fitting(declaration).stream()
                .filter(operations::contains)
                .findFirst()
                .orElseThrow(() -> UserException.usage(FAULT_DOES_NOT_FIT.with(
                        fault, named.needs().title(), declaration.lines().file())));
        requireAnother(named, declaration, operation);
        Set<Participant> theirs =
                named.change().apply(ChainPlan.sound(declaration), operation).missing();
        if (!theirs.isEmpty()) {
            throw UserException.usage(FAULT_OF_THEIRS.with(
                    fault, theirs.stream().map(Participant::label).collect(Collectors.joining(", "))));
        }
        return new Broken(named, operation);
    }

    /** A proxy of the vendor's goes wrong by itself, or not at all. */
    private static void requireAnother(Fault fault, Declaration declaration, Operation operation) {
        boolean ofProxy =
                fault.change().apply(ChainPlan.sound(declaration), operation).breaksProxy();
        declaration.participants().proxy().filter(proxy -> ofProxy).ifPresent(proxy -> {
            throw UserException.usage(
                    OWN_PROXY.with(fault.id(), declaration.lines().at(proxy.path())));
        });
    }
}
