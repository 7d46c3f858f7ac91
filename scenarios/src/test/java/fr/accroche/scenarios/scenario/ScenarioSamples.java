package fr.accroche.scenarios.scenario;

import fr.accroche.scenarios.report.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Results for the tests of reports. */
public final class ScenarioSamples {

    private ScenarioSamples() {}

    /** One shipped scenario that is said to have come to this. */
    public static ScenarioResults one(Run run) {
        Scenario first = ShippedStage.scenarios().get(0);
        return new ScenarioResults(
                List.of(new ScenarioResult(first, run)),
                List.of(),
                Instant.parse("2026-11-22T10:00:00Z"),
                Duration.ofSeconds(1));
    }
}
