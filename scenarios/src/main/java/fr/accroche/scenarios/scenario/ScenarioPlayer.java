package fr.accroche.scenarios.scenario;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Rehearsal;
import fr.accroche.scenarios.Together;
import fr.accroche.scenarios.report.Run;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

        /** What a user is told of what was in the way of a scenario. */
        Text reason(Exception failure);
    }

    /** Told of each as it ends, in the order in which they end; one at a time. */
    public interface Listener {
        void ended(ScenarioResult result);

        void ended(Unplayed unplayed);
    }

    /** How many at once this machine bears, most of a run being waiting. */
    public static int usualJobs() {
        return Math.min(MOST_JOBS, RUNS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }

    /**
     * Plays them all. One that cannot be played is told with its reason, and takes nothing from the others.
     *
     * @throws IOException if it is interrupted; then all are stopped
     */
    public ScenarioResults play(List<Scenario> scenarios, Listener listener) throws IOException {
        Instant begun = clock.instant();
        List<Ended> ended = Together.of(scenarios, jobs, scenario -> told(ended(scenario), listener));
        return new ScenarioResults(
                ended.stream().flatMap(each -> each.result().stream()).toList(),
                ended.stream().flatMap(each -> each.unplayed().stream()).toList(),
                begun,
                Duration.between(begun, clock.instant()));
    }

    /** One of the two. */
    private record Ended(Optional<ScenarioResult> result, Optional<Unplayed> unplayed) {}

    private Ended ended(Scenario scenario) throws IOException {
        try {
            return new Ended(Optional.of(new ScenarioResult(scenario, run(scenario))), Optional.empty());
        } catch (IOException | RuntimeException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            return new Ended(Optional.empty(), Optional.of(new Unplayed(scenario, stage.reason(failure))));
        }
    }

    private Run run(Scenario scenario) throws IOException {
        return stage.of(scenario)
                .stepped(
                        scenario.declaration(),
                        scenario::plan,
                        scenario.faults(),
                        scenario.operations(),
                        scenario.steps());
    }

    private static Ended told(Ended ended, Listener listener) {
        synchronized (listener) {
            ended.result().ifPresent(listener::ended);
            ended.unplayed().ifPresent(listener::ended);
        }
        return ended;
    }
}
