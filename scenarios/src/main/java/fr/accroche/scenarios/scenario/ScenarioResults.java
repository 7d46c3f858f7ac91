package fr.accroche.scenarios.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What came of several scenarios.
 *
 * @param results of those that were played, in the order of the scenarios
 * @param unplayed those that could not be, in that order
 * @param at when the first began
 * @param took in all: less than their sum, where they were under way together
 */
public record ScenarioResults(List<ScenarioResult> results, List<Unplayed> unplayed, Instant at, Duration took) {

    public ScenarioResults {
        results = List.copyOf(results);
        unplayed = List.copyOf(unplayed);
    }

    /** Those that did not come to what was expected. */
    public List<ScenarioResult> differing() {
        return results.stream().filter(result -> !result.asExpected()).toList();
    }

    /** How many there are, with those that could not be played. */
    public int size() {
        return results.size() + unplayed.size();
    }

    /** Those that a report tells whole: the ones that differ; all of a single one, which is asked for to be looked at. */
    public List<ScenarioResult> told() {
        return results.size() == 1 && unplayed.isEmpty() ? results : differing();
    }
}
