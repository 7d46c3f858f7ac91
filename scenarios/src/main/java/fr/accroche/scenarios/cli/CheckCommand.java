package fr.accroche.scenarios.cli;

import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.check.WaiverUse;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Reading;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.cli.DeclarationOption.Source;
import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.report.check.CheckHtml;
import fr.accroche.scenarios.report.check.CheckJson;
import fr.accroche.scenarios.report.check.CheckRun;
import fr.accroche.scenarios.report.check.CheckSarif;
import fr.accroche.scenarios.report.check.CheckText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code accroche check}: from the declaration to every obligation, without starting anything. */
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    private static final Set<Type> REPORTS = EnumSet.complementOf(EnumSet.of(Type.JUNIT));
    private static final Text NO_DATE = Text.of(
            "--on {0} : ce n'est pas une date ; écrire par exemple 2026-12-31",
            "--on {0}: no date; write for example 2026-12-31");
    private static final Text SHIPPED = Text.of(
            "lecture de la déclaration livrée {0} ; « accroche init --architecture {0} » l'écrit ici",
            "reading the shipped declaration {0}; 'accroche init --architecture {0}' writes it here");
    private static final Text UNKNOWN_RULE = Text.of(
            "{0} : la dérogation porte sur {1}, qu'aucune règle de déclaration ne porte",
            "{0}: the waiver is for {1}, which no rule on declarations is called");

    private final Console console;

    @Mixin
    private DeclarationOption which;

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
    private String on;

    @Mixin
    private OutputOption output;

    @Mixin
    private CommonOptions common;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        output.check(console, REPORTS, which.file(console));
        LocalDate today = LocalDate.now(Clock.systemUTC());
        LocalDate day = day(today);
        Source source = which.source(console);
        source.shipped().ifPresent(shipped -> console.say(SHIPPED.with(shipped.id())));
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
            case JUNIT -> throw new IllegalArgumentException("not offered: " + type);
        };
    }

    private static int exitCode(CheckRun run) {
        return run.problems().isEmpty() ? run.outcome().map(ExitCode::of).orElse(ExitCode.USAGE) : ExitCode.USAGE;
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
}
