package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.TelemetryChoices;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Rehearsal;
import fr.accroche.scenarios.chain.OwnMaterial;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.report.html.ScenarioPage;
import fr.accroche.scenarios.report.scenario.ScenarioJUnit;
import fr.accroche.scenarios.report.scenario.ScenarioJson;
import fr.accroche.scenarios.report.scenario.ScenarioSarif;
import fr.accroche.scenarios.report.scenario.ScenarioText;
import fr.accroche.scenarios.report.scenario.ScenarioWords;
import fr.accroche.scenarios.scenario.Scenario;
import fr.accroche.scenarios.scenario.ScenarioPlayer;
import fr.accroche.scenarios.scenario.ScenarioResult;
import fr.accroche.scenarios.scenario.ScenarioResults;
import fr.accroche.scenarios.scenario.Unplayed;
import fr.accroche.telemetry.Telemetry;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code accroche test SCENARIO…}: finds them, plays them, and says what came otherwise than expected. */
final class ScenarioJob {

    private static final Text NOTHING_FAILED = Text.of(
            "--rerun-failed : tous ont abouti à ce qui était attendu la dernière fois ; rien à rejouer",
            "--rerun-failed: all came to what was expected the last time; nothing to play again");
    private static final Text NONE_OF_THESE = Text.of(
            "--rerun-failed : aucun de ceux-ci n'a différé la dernière fois ; rien à rejouer",
            "--rerun-failed: none of these differed the last time; nothing to play again");
    private static final Text ENDED = Text.of("{0}/{1} {2} : {3}", "{0}/{1} {2}: {3}");

    private final ScenarioOption option;
    private final ChainOptions chain;
    private final OutputOption output;
    private final Console console;
    private final ScenarioMemory memory;
    private final ScenarioFolder folder;

    ScenarioJob(ScenarioOption option, ChainOptions chain, OutputOption output, Console console) {
        this.option = option;
        this.chain = chain;
        this.output = output;
        this.console = console;
        this.memory = new ScenarioMemory(chain.inWork(ScenarioMemory.NAME, console));
        this.folder =
                new ScenarioFolder(new ScenarioDeclarations(chain, console, LocalDate.now(Clock.systemUTC())), console);
    }

    /** The exit code. */
    int run() throws IOException, DeclarationException {
        int jobs = option.jobs();
        option.names().forEach(name -> output.check(console, RunReports.OFFERED, Optional.of(Path.of(name))));
        Set<String> failed = option.onlyFailed() ? memory.failed() : Set.of();
        if (option.onlyFailed() && failed.isEmpty()) {
            console.say(NOTHING_FAILED);
            return ExitCode.CONFORME;
        }
        List<Scenario> scenarios = chosen(failed);
        if (option.listing()) {
            scenarios.forEach(this::list);
            return ExitCode.CONFORME;
        }
        if (scenarios.isEmpty()) {
            console.say(NONE_OF_THESE);
            return ExitCode.CONFORME;
        }
        return played(scenarios, jobs, failed);
    }

    private List<Scenario> chosen(Set<String> failed) throws IOException, DeclarationException {
        if (!option.onlyFailed()) {
            return option.chosen(folder.named(option.names()));
        }
        List<String> names = option.named()
                ? option.names()
                : List.copyOf(failed.stream()
                        .map(Scenario::fileOfKey)
                        .collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll));
        return option.chosen(folder.named(names)).stream()
                .filter(scenario -> failed.contains(scenario.key()))
                .toList();
    }

    private void list(Scenario scenario) {
        String tags = String.join(",", scenario.tags());
        console.out()
                .println(Observed.plain(String.format(
                        Locale.ROOT,
                        "%-42s %-30s %s",
                        scenario.id(),
                        tags,
                        scenario.title().in(console.language()))));
    }

    private int played(List<Scenario> scenarios, int jobs, Set<String> failedBefore) throws IOException {
        Clock real = Clock.systemUTC();
        chain.folder(console, real); // authorities are made once, before several want them
        boolean anyPort = scenarios.stream()
                .allMatch(each -> chain.ports(each.declaration()).anyFree());
        try (Stubs stubs = chain.stubs(console);
                Telemetry telemetry = chain.telemetry(TelemetryChoices.DEFAULT, console)) {
            ScenarioPlayer player = new ScenarioPlayer(new OwnStage(stubs, telemetry), anyPort ? jobs : 1, real);
            ScenarioResults results = player.play(scenarios, new Progress(scenarios.size()));
            memory.keep(results, failedBefore);
            output.write((type, to) -> report(type, results, to), console);
            if (!results.unplayed().isEmpty()) {
                return ExitCode.ENVIRONMENT;
            }
            return results.differing().isEmpty() ? ExitCode.CONFORME : ExitCode.NON_CONFORME;
        }
    }

    /** With what is declared. */
    private final class OwnStage implements ScenarioPlayer.Stage {

        private final Stubs stubs;
        private final Telemetry telemetry;

        OwnStage(Stubs stubs, Telemetry telemetry) {
            this.stubs = stubs;
            this.telemetry = telemetry;
        }

        /** Each goes by a clock of its own: one that passes hours does so for nobody else. */
        @Override
        public Rehearsal of(Scenario scenario) throws IOException {
            MovableClock clock = MovableClock.running(Clock.systemUTC());
            Ports ports = chain.ports(scenario.declaration());
            OwnMaterial own =
                    chain.required(scenario.declaration(), scenario.operations(), scenario.folder(), console, clock);
            return new Rehearsal(chain.folder(console, clock), ports, stubs, clock, new SecureRandom())
                    .with(own)
                    .with(telemetry);
        }

        @Override
        public Text reason(Exception failure) {
            return Errors.reason(failure, console);
        }
    }

    /** A line for each that ends. */
    private final class Progress implements ScenarioPlayer.Listener {

        private final int all;
        private int ended;

        Progress(int all) {
            this.all = all;
        }

        @Override
        public void ended(ScenarioResult result) {
            say(result.scenario(), result.asExpected() ? ScenarioWords.AS_EXPECTED : ScenarioWords.DIFFERS);
        }

        @Override
        public void ended(Unplayed unplayed) {
            say(unplayed.scenario(), ScenarioWords.unplayed(unplayed));
        }

        private void say(Scenario scenario, Text state) {
            ended++;
            console.say(ENDED.with(ended, all, scenario.id(), state));
            console.err().flush();
        }
    }

    private static String report(Type type, ScenarioResults results, Console to) {
        return switch (type) {
            case TEXT -> ScenarioText.of(results, to.language(), to.paint());
            case JSON -> ScenarioJson.of(results, to.language());
            case SARIF -> ScenarioSarif.of(results, to.language());
            case JUNIT -> ScenarioJUnit.of(results, to.language());
            case HTML -> ScenarioPage.of(results, to.language());
        };
    }
}
