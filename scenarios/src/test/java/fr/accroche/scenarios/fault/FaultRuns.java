package fr.accroche.scenarios.fault;

import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.report.Run;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs that are under way together: most of one is waiting. */
public final class FaultRuns implements AutoCloseable {

    private static final int AT_ONCE = 6;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Map<String, Future<Run>> runs = new LinkedHashMap<>();

    /** Makes the keys that all share, before several want them. */
    public FaultRuns() {
        TestFolders.open();
    }

    public void start(String name, Callable<Run> run) {
        runs.put(name, threads.submit(run));
    }

    /** Waits for one. */
    public Run await(String name) throws Exception {
        try {
            return runs.get(name).get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
