package fr.accroche.scenarios.scenario;

import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Rehearsal;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.report.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Where the tests play scenarios: on the declarations that come with accroche, in the shared work folder. */
public final class ShippedStage {

    private ShippedStage() {}

    /** All that come with accroche. */
    public static List<Scenario> scenarios() {
        try {
            return ShippedScenarios.all(Path.of(""), (origin, written) -> {
                byte[] yaml = written.architecture().orElseThrow().yaml();
                LocalDate today = LocalDate.now(Clock.systemUTC());
                return new ScenarioReader.Located(
                        DeclarationReader.read("accroche.yaml", yaml, today, written.overrides()), Path.of(""));
            });
        } catch (IOException | DeclarationException e) {
            throw new AssertionError(e);
        }
    }

    /** Plays these, several at once. */
    public static ScenarioResults play(List<Scenario> scenarios) throws IOException {
        ScenarioPlayer player = new ScenarioPlayer(new Stage(), ScenarioPlayer.usualJobs(), Clock.systemUTC());
        return player.play(scenarios, new Silence());
    }

    private static final class Stage implements ScenarioPlayer.Stage {
        @Override
        public Rehearsal of(Scenario scenario) {
            return TestFolders.rehearsal();
        }

        @Override
        public Text reason(Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static final class Silence implements ScenarioPlayer.Listener {
        @Override
        public void ended(ScenarioResult result) {}

        @Override
        public void ended(Unplayed unplayed) {}
    }

    /** Plays one. */
    public static Run play(Scenario scenario) throws IOException {
        return play(List.of(scenario)).results().get(0).run();
    }
}
