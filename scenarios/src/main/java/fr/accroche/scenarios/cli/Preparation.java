package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.scenarios.chain.OwnMaterial;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.scenarios.doctor.OwnFiles;
import fr.accroche.scenarios.probe.Patience;
import fr.accroche.scenarios.probe.ServerCheck;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What the vendor brings to a run: its files are read, then its own servers are called with them.
 *
 * @param declaration what is declared of them
 * @param operations those that the run is about, never empty
 * @param work whose certificates stand for those that the vendor does not bring
 * @param folder that paths start from
 * @param clock this machine's
 */
record Preparation(Declaration declaration, List<Operation> operations, WorkFolder work, Path folder, Clock clock) {

    /** Whether the vendor brings anything at all. */
    static boolean needed(Declaration declaration, List<Operation> operations) {
        return declaration.participants().external().findAny().isPresent()
                || operations.stream().anyMatch(operation -> operation.files().isPresent());
    }

    /**
     * Reads the files.
     *
     * @param points what was examined already; what cannot be used is added, unless it is there
     */
    OwnMaterial read(List<Examined> points) {
        List<Examined> unusable = new ArrayList<>();
        OwnMaterial own = new OwnFiles(declaration, folder).read(operations, unusable);
        unusable.stream()
                .filter(point ->
                        points.stream().noneMatch(known -> known.subject().equals(point.subject())))
                .forEach(points::add);
        return own;
    }

    /** Calls the vendor's own servers. */
    List<Examined> called(OwnMaterial own) {
        return new ServerCheck(declaration, work, own, clock, Patience.USUAL).examined(operations.get(0));
    }
}
