package fr.accroche.scenarios.probe;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.scenarios.chain.Callers;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.DeclaredOrders;
import fr.accroche.scenarios.chain.OwnMaterial;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Calls each server of the vendor's as the chain will, before anything depends on it. */
public final class ServerCheck {

    private static final int AT_ONCE = 4;

    private final Declaration declaration;
    private final WorkFolder folder;
    private final OwnMaterial own;
    private final Clock clock;
    private final Patience patience;

    /**
     * @param folder whose certificates accroche's servers present
     * @param own what the vendor brings
     */
    public ServerCheck(Declaration declaration, WorkFolder folder, OwnMaterial own, Clock clock, Patience patience) {
        this.declaration = declaration;
        this.folder = folder;
        this.own = own;
        this.clock = clock;
        this.patience = patience;
    }

    /** What was found of each, in the order of the chain; nothing where none is the vendor's. */
    public List<Examined> examined(Operation operation) {
        Callers callers = new Callers(folder, ChainPlan.sound(declaration).withOwn(own), clock);
        Probes probes = new Probes(declaration, callers, operation);
        List<Probe> all = probes.all();
        if (all.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, all.size()));
        try (WireRuntime runtime = WireRuntime.start(clock)) {
            List<CompletableFuture<List<Examined>>> underWay = all.stream()
                    .map(probe -> CompletableFuture.supplyAsync(() -> called(probe, probes, runtime), threads))
                    .toList();
            return underWay.stream().flatMap(each -> each.join().stream()).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Examined> called(Probe probe, Probes probes, WireRuntime runtime) {
        List<Examined> points = new ArrayList<>();
        try (WireClient client = new WireClient(runtime, patience.bound(probe.caller()))) {
            new ShownCertificate(folder.igc(), DeclaredOrders.branch(declaration), clock)
                    .examined(probe, client.certificates(probe.request().uri()))
                    .ifPresent(points::add);
            Response answer = client.send(probe.request());
            Examined judged = probe.expectation().judge(probe.subject(), answer);
            points.add(judged);
            if (probe.expectation() instanceof DiscoveryAnswer && judged.level() != Examined.Level.FAIL) {
                DiscoveryAnswer.document(answer)
                        .flatMap(probes::tokenOfPsc)
                        .ifPresent(next -> points.addAll(called(next, probes, runtime)));
            }
        } catch (ConnectionFailedException failed) {
            points.add(Unanswered.examined(probe, failed));
        }
        return points;
    }
}
