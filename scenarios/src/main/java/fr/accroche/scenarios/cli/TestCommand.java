package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.TelemetryChoices;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Rehearsal;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.OwnMaterial;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.lps.SeatedPerson;
import fr.accroche.scenarios.report.JsonReport;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.RunJUnit;
import fr.accroche.scenarios.report.RunSarif;
import fr.accroche.scenarios.report.Runs;
import fr.accroche.scenarios.report.RunsReport;
import fr.accroche.scenarios.report.html.HtmlReport;
import fr.accroche.scenarios.suite.ProxySuite;
import fr.accroche.telemetry.Telemetry;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code accroche test}: the main job. */
@Command(name = "test", sortOptions = false)
final class TestCommand implements Callable<Integer> {

    private static final Text UNKNOWN_CLIENT = Text.of(
            "--client-id {0} : non déclaré dans {1} ; au choix : {2}",
            "--client-id {0}: not declared in {1}; one of: {2}");
    private static final Text ONE_ARCHITECTURE = Text.of(
            "--architecture all ne va pas avec --client-id, --fault ni --request : nommer une seule architecture",
            "--architecture all does not go with --client-id, --fault or --request: name one architecture");
    private static final Text SUITE_ALONE = Text.of(
            "--suite ne va pas avec --architecture all, --fault ni --request",
            "--suite does not go with --architecture all, --fault or --request");
    private static final Text SCENARIOS_ALONE = Text.of(
            "un scénario dit lui-même sa déclaration, ses client_id, son professionnel et ses défauts : ôter --config, --architecture, --client-id, --professional, --fault, --request ou --suite",
            "a scenario says its declaration, client_ids, professional and faults itself: leave out --config, --architecture, --client-id, --professional, --fault, --request or --suite");
    private static final Text NOTHING_TO_RUN = Text.of(
            "{0} : rien à faire passer dans la chaîne, seule la MSSanté y est déclarée ; y ajouter DMP, INSi ou ON",
            "{0}: nothing to send through the chain, only MSSanté is declared there; add DMP, INSi or ON to it");
    private static final Text NO_SESSION =
            Text.of("{0} : n'appelle que la MSSanté ; pas de session", "{0}: calls only MSSanté; no session");
    private static final Text REQUEST_NEEDS_SERVICE = Text.of(
            "--request et --teleservice vont ensemble ; téléservices déclarés : {0}",
            "--request and --teleservice go together; declared téléservices: {0}");
    private static final Text REQUEST_AND_FAULT = Text.of(
            "--request et --fault ne vont pas ensemble : un défaut altère nos propres requêtes",
            "--request and --fault do not go together: a fault breaks our own requests");

    private static final Text UNKNOWN_PROFESSIONAL = Text.of(
            "--professional {0} : inconnu ; un idNatPS ou un nom court de docs/identities.md, puis « :2 » pour la deuxième activité : {1}",
            "--professional {0}: unknown; an idNatPS or a short name of docs/identities.md, then ':2' for the second activity: {1}");

    private static final Text OWN_LPS = Text.of(
            "{0} : le LPS est le vôtre, il appelle quand il veut ; accroche up --watch l'attend et juge ce qui vient",
            "{0}: the LPS is your own, it calls when it likes; accroche up --watch waits for it and judges what comes");

    private static final Text SCENARIO_SAYS = Text.of(
            "--enforcement : un scénario le dit lui-même (enforcement), car ce qui est atteint en dépend",
            "--enforcement: a scenario says it itself (enforcement), for what is reached depends on it");
    private static final Text SUITE_IS_STRICT = Text.of(
            "--suite et --enforcement explain ne vont pas ensemble : la suite regarde ce que votre proxy fait des refus",
            "--suite and --enforcement explain do not go together: the suite looks at what your proxy makes of refusals");

    private final Console console;

    @Mixin
    private ChainOptions chain;

    @Option(names = "--client-id", paramLabel = "ID", descriptionKey = "client-id")
    private String clientId;

    @Option(names = "--professional", paramLabel = "ID", descriptionKey = "professional")
    private String professional;

    @Option(names = "--request", paramLabel = "FILE", descriptionKey = "request")
    private Path request;

    @Option(names = "--teleservice", paramLabel = "NAME", descriptionKey = "teleservice")
    private String teleservice;

    @Mixin
    private FaultOption fault;

    @Mixin
    private SuiteOption suite;

    @Mixin
    private ScenarioOption scenarios;

    @Mixin
    private OutputOption output;

    @Mixin
    private CommonOptions common;

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (fault.listing()) {
            fault.list(console);
            return ExitCode.CONFORME;
        }
        if (suite.listing()) {
            suite.list(console);
            return ExitCode.CONFORME;
        }
        if (scenarios.asked()) {
            return scenarios();
        }
        boolean suiteAsked = suite.asked();
        output.check(console, suiteAsked ? SuiteOption.reports() : RunReports.OFFERED, chain.file(console));
        MovableClock clock = MovableClock.running(Clock.systemUTC());
        if (suiteAsked) {
            return suite(clock);
        }
        if (chain.everyArchitecture()) {
            return everyArchitecture(clock);
        }
        Declaration declaration = chain.declaration(console, clock);
        requireOurLps(declaration);
        Job job = job(declaration);
        Optional<OwnMaterial> own = chain.brought(declaration, asked(declaration), console, clock);
        if (own.isEmpty()) {
            return ExitCode.ENVIRONMENT;
        }
        try (Stubs stubs = chain.stubs(console);
                Telemetry telemetry = chain.telemetry(declaration.settings().telemetry(), console)) {
            Run run = job.with(rehearsal(stubs, clock, chain.ports(declaration))
                    .with(own.get())
                    .with(telemetry));
            output.write((type, to) -> RunReports.of(type, run, to), console);
            return ExitCode.of(run.verdict().outcome());
        }
    }

    private int scenarios() throws IOException, DeclarationException {
        boolean another = chain.declarationAsked() || clientId != null || professional != null || fault.asked();
        if (another || request != null || teleservice != null || suite.asked()) {
            throw UserException.usage(SCENARIOS_ALONE);
        }
        if (chain.enforcing()) {
            throw UserException.usage(SCENARIO_SAYS);
        }
        return new ScenarioJob(scenarios, chain, output, console).run();
    }

    private int suite(MovableClock clock) throws IOException, DeclarationException {
        if (chain.everyArchitecture() || fault.asked() || request != null || teleservice != null) {
            throw UserException.usage(SUITE_ALONE);
        }
        if (chain.explaining()) {
            throw UserException.usage(SUITE_IS_STRICT);
        }
        Declaration declaration = chain.declaration(console, clock);
        requireOurLps(declaration);
        List<Operation> operations = operations(declaration);
        Optional<OwnMaterial> own = chain.brought(declaration, operations, console, clock);
        if (own.isEmpty()) {
            return ExitCode.ENVIRONMENT;
        }
        ChainPlan plan = ProxySuite.plan(declaration).withPerson(seated()).withOwn(own.get());
        return ExitCode.of(suite.play(chain, plan, operations, clock, output, console));
    }

    private int everyArchitecture(MovableClock clock) throws IOException, DeclarationException {
        if (clientId != null || fault.asked() || request != null || teleservice != null) {
            throw UserException.usage(ONE_ARCHITECTURE);
        }
        Map<ShippedDeclaration, Declaration> declarations = chain.declarations(clock);
        try (Stubs stubs = chain.stubs(console);
                Telemetry telemetry = chain.telemetry(TelemetryChoices.DEFAULT, console)) {
            Runs runs = rehearsal(stubs, clock, chain.ports(Ports.FREE))
                    .with(telemetry)
                    .sound(declarations);
            output.write((type, to) -> report(type, runs, to), console);
            return ExitCode.worst(runs.byArchitecture().values().stream()
                    .map(run -> run.verdict().outcome())
                    .toList());
        }
    }

    private Rehearsal rehearsal(Stubs stubs, MovableClock clock, Ports ports) throws IOException {
        Rehearsal rehearsal = new Rehearsal(chain.folder(console, clock), ports, stubs, clock, new SecureRandom());
        return rehearsal.with(seated());
    }

    private SeatedPerson seated() {
        if (professional == null) {
            return SeatedPerson.physician();
        }
        return SeatedPerson.named(professional)
                .orElseThrow(() -> UserException.usage(UNKNOWN_PROFESSIONAL.with(
                        professional,
                        Professionals.known().stream().map(Professional::alias).collect(Collectors.joining(", ")))));
    }

    private static String report(Type type, Runs runs, Console to) {
        return switch (type) {
            case TEXT -> RunsReport.of(runs, to.language(), to.paint());
            case JSON -> JsonReport.of(runs, to.language());
            case SARIF -> RunSarif.of(runs, to.language());
            case JUNIT -> RunJUnit.of(runs, to.language());
            case HTML -> HtmlReport.of(runs, to.language());
        };
    }

    private interface Job {
        Run with(Rehearsal rehearsal) throws IOException;
    }

    private Job job(Declaration declaration) throws IOException {
        if (request != null || teleservice != null) {
            return ownRequest(declaration);
        }
        if (fault.asked()) {
            FaultOption.Broken broken = fault.fitting(declaration, operations(declaration));
            return rehearsal -> rehearsal.faulty(declaration, broken.fault(), broken.operation());
        }
        List<Operation> operations = operations(declaration);
        return rehearsal -> rehearsal.sound(declaration, operations);
    }

    private static void requireOurLps(Declaration declaration) {
        declaration.participants().lps().ifPresent(lps -> {
            throw UserException.usage(OWN_LPS.with(declaration.lines().at(lps.path())));
        });
    }

    private Job ownRequest(Declaration declaration) throws IOException {
        List<String> declared =
                declaration.teleservices().stream().map(Teleservice::label).toList();
        if (request == null || teleservice == null) {
            throw UserException.usage(REQUEST_NEEDS_SERVICE.with(String.join(", ", declared)));
        }
        if (fault.asked()) {
            throw UserException.usage(REQUEST_AND_FAULT);
        }
        Teleservice service = Teleservice.named(teleservice)
                .filter(declaration.teleservices()::contains)
                .orElseThrow(() -> UserException.usage(REQUEST_NEEDS_SERVICE.with(String.join(", ", declared))));
        byte[] body = DeclarationOption.bytes(console.directory().resolve(request));
        Operation operation = operations(declaration).get(0);
        OwnRequest.check(
                request.toString(), body, service, declaration.proxy(operation).mode());
        return rehearsal -> rehearsal.own(declaration, operation, service, body);
    }

    /** Those asked for that call something simulated. */
    private List<Operation> operations(Declaration declaration) {
        List<Operation> calling = new ArrayList<>(asked(declaration));
        List<Operation> silent = calling.stream()
                .filter(declaration::callsOnlyWhatIsNotSimulated)
                .toList();
        calling.removeAll(silent);
        if (calling.isEmpty()) {
            throw UserException.usage(NOTHING_TO_RUN.with(declaration.lines().file()));
        }
        silent.forEach(operation -> console.say(NO_SESSION.with(operation.clientId())));
        return calling;
    }

    private List<Operation> asked(Declaration declaration) {
        if (clientId == null) {
            return declaration.operations();
        }
        String all = declaration.operations().stream()
                .map(operation -> operation.clientId().value())
                .collect(Collectors.joining(", "));
        return List.of(declaration
                .operation(clientId)
                .orElseThrow(() -> UserException.usage(
                        UNKNOWN_CLIENT.with(clientId, declaration.lines().file(), all))));
    }
}
