package fr.accroche.scenarios.report.scenario;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.report.SarifLog;
import fr.accroche.scenarios.scenario.Scenario;
import fr.accroche.scenarios.scenario.ScenarioResult;
import fr.accroche.scenarios.scenario.ScenarioResults;
import fr.accroche.wire.json.JsonObject;
import java.util.List;

/**
 * Scenarios in SARIF 2.1.0 for code scanning: what came to something else than was expected, on the line of the scenario. A breach
 * that was expected is no alert.
 */
public final class ScenarioSarif {

    private static final String RULE = "SCENARIO";
    private static final Text TITLE =
            Text.of("Un scénario aboutit à ce qu'il attend.", "A scenario comes to what it expects.");
    private static final Text MESSAGE = Text.of("{0} ({1}) : {2}.", "{0} ({1}): {2}.");

    private ScenarioSarif() {}

    public static String of(ScenarioResults results, Language language) {
        SarifLog log = new SarifLog(Version.CURRENT, "accroche-scenarios", language);
        log.rule(RULE, TITLE);
        for (ScenarioResult result : results.differing()) {
            Scenario scenario = result.scenario();
            ScenarioWords.differences(result)
                    .forEach(difference -> log.add(log.result(
                                    RULE, Status.FAIL, message(scenario, difference), scenario.id() + difference.en())
                            .with("locations", List.of(place(scenario)))));
        }
        results.unplayed()
                .forEach(unplayed -> log.add(log.result(
                                RULE,
                                Status.ERROR,
                                message(unplayed.scenario(), ScenarioWords.unplayed(unplayed)),
                                unplayed.scenario().id())
                        .with("locations", List.of(place(unplayed.scenario())))));
        return log.pretty();
    }

    private static JsonObject place(Scenario scenario) {
        return JsonObject.EMPTY.with(
                "physicalLocation", SarifLog.line(scenario.origin().name(), scenario.line()));
    }

    private static Text message(Scenario scenario, Text difference) {
        Text title = Text.of(
                Observed.plain(scenario.title().fr()),
                Observed.plain(scenario.title().en()));
        return MESSAGE.with(scenario.id(), title, difference);
    }
}
