package fr.accroche.authserver;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal to read and to wait for. */
public final class Hops implements Journal {

    private static final long LONGEST_WAIT_MILLIS = 5_000;

    private final List<Hop> hops = new ArrayList<>();

    @Override
    public synchronized void record(Hop hop) {
        hops.add(hop);
        notifyAll();
    }

    public synchronized Hop last() {
        return hops.get(hops.size() - 1);
    }

    /** Every hop so far. */
    public synchronized List<Hop> all() {
        return List.copyOf(hops);
    }

    /** The latest hop of a stage. */
    public synchronized Hop last(Stage stage) {
        return hops.stream()
                .filter(hop -> hop.stage() == stage)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The first hop of a stage, which may yet come: a failed handshake is told after the client knows of it. */
    public synchronized Hop await(Stage stage) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
        while (true) {
            Optional<Hop> hop =
                    hops.stream().filter(each -> each.stage() == stage).findFirst();
            if (hop.isPresent()) {
                return hop.get();
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("no hop of stage " + stage + " within " + LONGEST_WAIT_MILLIS + " ms");
            }
            wait(left);
        }
    }
}
