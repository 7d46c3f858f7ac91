package fr.accroche.scenarios.scenario;

import fr.accroche.scenarios.Rehearsal;
import fr.accroche.scenarios.Together;
import fr.accroche.scenarios.report.Run;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Plays scenarios, each in a chain of its own with a clock of its own.
 *
 * @param stage where each is played
 * @param jobs how many at once, 1 or more
 * @param clock real time, for how long it took
 */
public record ScenarioPlayer(Stage stage, int jobs, Clock clock) {

    /** A run takes some seconds, of which it works for one and waits for the rest. */
    private static final int RUNS_PER_PROCESSOR = 2;

    private static final int MOST_JOBS = 8;

    /** Makes ready what a scenario is played with. */
    public interface Stage {

        /**
         * Something for one run.
         *
         * @throws IOException if the work folder cannot be used
         */
        Rehearsal of(Scenario scenario) throws IOException;
    }

    /** Told of each as it ends, in the order in which they end; one at a time. */
    public interface Listener {
        void ended(ScenarioResult result);
    }

    /** How many at once this machine bears, most of a run being waiting. */
    public static int usualJobs() {
        return Math.min(MOST_JOBS, RUNS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }

    /**
     * Plays them all.
     *
     * @throws IOException if one cannot be played; then the others are stopped
     */
    public ScenarioResults play(List<Scenario> scenarios, Listener listener) throws IOException {
        Instant begun = clock.instant();
        List<ScenarioResult> results = Together.of(scenarios, jobs, scenario -> played(scenario, listener));
        return new ScenarioResults(results, begun, Duration.between(begun, clock.instant()));
    }

    private ScenarioResult played(Scenario scenario, Listener listener) throws IOException {
        Run run = stage.of(scenario)
                .stepped(
                        scenario.declaration(),
                        scenario::plan,
                        scenario.faults(),
                        scenario.operations(),
                        scenario.steps());
        ScenarioResult result = new ScenarioResult(scenario, run);
        synchronized (listener) {
            listener.ended(result);
        }
        return result;
    }
}
