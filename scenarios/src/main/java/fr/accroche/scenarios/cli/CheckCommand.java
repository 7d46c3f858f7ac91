package fr.accroche.scenarios.cli;

import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.check.WaiverUse;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Reading;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.report.check.CheckHtml;
import fr.accroche.scenarios.report.check.CheckJson;
import fr.accroche.scenarios.report.check.CheckRun;
import fr.accroche.scenarios.report.check.CheckSarif;
import fr.accroche.scenarios.report.check.CheckText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code accroche check}: from the declaration to every obligation, without starting anything. */
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    private static final Set<Type> REPORTS = EnumSet.allOf(Type.class);
    private static final Text NO_DATE = Text.of(
            "--on {0} : ce n'est pas une date ; écrire par exemple 2026-12-31",
            "--on {0}: no date; write for example 2026-12-31");
    private static final Text UNKNOWN_ARCHITECTURE =
            Text.of("--architecture {0} : inconnue ; au choix : {1}", "--architecture {0}: unknown; one of: {1}");
    private static final Text ONE_DECLARATION = Text.of(
            "--architecture et --config ne vont pas ensemble", "--architecture and --config do not go together");
    private static final Text NONE = Text.of(
            "pas de {0} ici : lecture de la déclaration livrée, {1} ; « accroche init --architecture {1} » l'écrit ici",
            "no {0} here: reading the shipped declaration, {1}; 'accroche init --architecture {1}' writes it here");
    private static final Text UNKNOWN_RULE = Text.of(
            "{0} : la dérogation porte sur {1}, qu'aucune règle de déclaration ne porte",
            "{0}: the waiver is for {1}, which no rule on declarations is called");

    private final Console console;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            descriptionKey = "config")
    private Path config;

    @Option(names = "--architecture", paramLabel = "NAME", descriptionKey = "check-architecture")
    private String architecture;

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
    private String on;

    @Mixin
    private OutputOption output;

    @Mixin
    private CommonOptions common;

    CheckCommand(Console console) {
        this.console = console;
    }

    private record Source(String name, byte[] yaml) {}

    @Override
    public Integer call() throws Exception {
        output.check(console, REPORTS);
        LocalDate today = LocalDate.now(Clock.systemDefaultZone());
        LocalDate day = day(today);
        Source source = source();
        Reading reading = DeclarationReader.readAll(source.name(), source.yaml(), today);
        Optional<Check> check = reading.declaration().map(declaration -> Check.of(declaration, day));
        CheckRun run = CheckRun.of(source.name(), day, reading.problems(), check);
        output.write((type, to) -> report(type, run, to), console);
        check.ifPresent(this::requireKnownRules);
        return exitCode(run);
    }

    private static String report(Type type, CheckRun run, Console to) {
        return switch (type) {
            case TEXT -> CheckText.of(run, to.language(), to.paint());
            case JSON -> CheckJson.of(run, to.language());
            case SARIF -> CheckSarif.of(run, to.language());
            case HTML -> CheckHtml.of(run, to.language());
        };
    }

    private static int exitCode(CheckRun run) {
        if (!run.problems().isEmpty() || run.check().isEmpty()) {
            return ExitCode.USAGE;
        }
        Check check = run.check().get();
        if (!check.with(Status.FAIL).isEmpty()) {
            return ExitCode.NON_CONFORME;
        }
        return check.outcome() == Outcome.CONFORME ? ExitCode.CONFORME : ExitCode.INCONCLUSIVE;
    }

    private void requireKnownRules(Check check) {
        check.waivers().stream()
                .filter(use -> use.state() == WaiverUse.State.UNKNOWN_RULE)
                .findFirst()
                .ifPresent(use -> {
                    throw UserException.usage(UNKNOWN_RULE.with(
                            check.dossier().where(use.waiver().path()),
                            use.waiver().rule()));
                });
    }

    private LocalDate day(LocalDate today) {
        try {
            return on == null ? today : LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            throw UserException.usage(NO_DATE.with(on));
        }
    }

    private Source source() throws IOException {
        if (config != null && architecture != null) {
            throw UserException.usage(ONE_DECLARATION);
        }
        if (config != null) {
            return new Source(
                    config.toString(), ChainOptions.bytes(console.directory().resolve(config)));
        }
        if (architecture != null) {
            ShippedDeclaration shipped = ShippedDeclaration.named(architecture)
                    .orElseThrow(() -> UserException.usage(UNKNOWN_ARCHITECTURE.with(architecture, names())));
            return new Source(shipped.id() + ".yaml", shipped.yaml());
        }
        Path own = console.directory().resolve(ChainOptions.DEFAULT_FILE);
        if (Files.exists(own)) {
            return new Source(ChainOptions.DEFAULT_FILE, ChainOptions.bytes(own));
        }
        ShippedDeclaration shipped = ShippedDeclaration.PROXY_INTEGRE;
        console.progress(NONE.with(ChainOptions.DEFAULT_FILE, shipped.id()));
        return new Source(shipped.id() + ".yaml", shipped.yaml());
    }

    private static String names() {
        return Arrays.stream(ShippedDeclaration.values())
                .map(ShippedDeclaration::id)
                .collect(Collectors.joining(", "));
    }
}
