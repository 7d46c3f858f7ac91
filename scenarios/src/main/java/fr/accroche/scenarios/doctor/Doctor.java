package fr.accroche.scenarios.doctor;

import fr.accroche.certs.Branch;
import fr.accroche.certs.Profiles;
import fr.accroche.certs.TestIgc;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.DeclaredOrders;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Examines what a run needs before it starts: what is wrong with a file or a machine is cheaper to read here than in the
 * refusal of a server, which says little on purpose.
 */
public final class Doctor {

    private static final Text PORTS = Text.of("ports {0} à {1}", "ports {0} to {1}");
    private static final Text FREE = Text.of("libres", "free");
    private static final Text ANY_PORT = Text.of("n'importe lesquels de libres", "any that are free");
    private static final Text PORT = Text.verbatim("port {0} ({1})");
    private static final Text TAKEN = Text.of("pris par un autre programme", "taken by another program");
    private static final Text OTHER_BLOCK = Text.of(
            "l'arrêter, ou choisir un autre bloc avec --ports", "stop it, or choose another block with --ports");

    private final TestIgc igc;
    private final Declaration declaration;
    private final Path folder;
    private final Clock clock;

    /**
     * @param igc whose authorities the servers trust
     * @param folder that the declaration's relative paths start from
     * @param clock this machine's
     */
    public Doctor(TestIgc igc, Declaration declaration, Path folder, Clock clock) {
        this.igc = igc;
        this.declaration = declaration;
        this.folder = folder;
        this.clock = clock;
    }

    /** What these operations bring. */
    public List<Examined> files(List<Operation> operations) {
        OperationFiles files = new OperationFiles(declaration, branch(), igc, folder, clock);
        return operations.stream()
                .flatMap(operation -> files.examined(operation).stream())
                .toList();
    }

    /** Whether the servers of the declaration's chain can listen. */
    public List<Examined> ports(Ports ports) {
        if (ports.anyFree()) {
            return List.of(Examined.info(Text.verbatim("ports"), ANY_PORT));
        }
        List<Examined> busy = Participant.of(declaration).stream()
                .filter(participant -> !free(ports.of(participant)))
                .map(participant -> Examined.fail(
                        PORT.with(ports.of(participant).getPort(), participant.label()), TAKEN, OTHER_BLOCK))
                .toList();
        Text block = PORTS.with(
                String.valueOf(ports.base()), String.valueOf(ports.base() + Participant.values().length - 1));
        return busy.isEmpty() ? List.of(Examined.ok(block, FREE)) : busy;
    }

    private static boolean free(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket(address.getPort(), 1, address.getAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether servers answer, with a certificate of the simulated IGC-Santé. */
    public List<Examined> urls(List<URI> urls) {
        return urls.isEmpty() ? List.of() : new UrlCheck(igc.roots(branch()), clock).examined(urls);
    }

    /** Everything, the clock having been examined. */
    public Checkup all(Examined time, Ports ports, List<URI> urls) {
        List<Examined> points = new ArrayList<>(files(declaration.operations()));
        points.addAll(ports(ports));
        points.add(time);
        points.addAll(urls(urls));
        return new Checkup(points);
    }

    private Branch branch() {
        return new DeclaredOrders(declaration, clock.instant(), Profiles.SHIPPED::settings).branch();
    }
}
