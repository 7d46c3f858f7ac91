package fr.accroche.scenarios.replay;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.scenarios.report.Replayed;
import fr.accroche.scenarios.report.Run;
import java.util.List;

/** Judges a recorded run again: no server, no clock, nothing but the file and the declaration. */
public final class Replay {

    private Replay() {}

    /**
     * The same judgement as when it was recorded, if the declaration is the same.
     *
     * @param file the recording, as the user named it
     */
    public static Run of(String file, Recording recorded, Declaration declared) {
        Recording recording = HarCalls.judged(recorded, declared);
        List<Operation> operations = operations(recording, declared);
        List<Fault> faults = recording.origin().map(Recording.Origin::faults).orElse(List.of()).stream()
                .flatMap(id -> Faults.named(id).stream())
                .toList();
        return Run.judged(
                        broken(declared, faults, operations),
                        faults,
                        operations,
                        recording.hops(),
                        recording.unseen(),
                        recording.at(),
                        recording.at().plus(recording.took()))
                .with(recording.own())
                .with(new Replayed(file, recording.kind(), recording.at()));
    }

    /** Those that the recording is about, as far as they are declared. */
    private static List<Operation> operations(Recording recording, Declaration declared) {
        return recording.clients().isEmpty()
                ? declared.operations()
                : recording.clients().stream()
                        .flatMap(client -> declared.operation(client).stream())
                        .toList();
    }

    /** Some faults change what is declared, too. */
    private static Declaration broken(Declaration declared, List<Fault> faults, List<Operation> operations) {
        if (operations.isEmpty()) {
            return declared;
        }
        Operation operation = operations.get(0);
        List<Fault> fitting = faults.stream()
                .filter(each -> each.fitting(declared).contains(operation))
                .toList();
        return Faults.in(ChainPlan.sound(declared), fitting, operation).declared();
    }
}
