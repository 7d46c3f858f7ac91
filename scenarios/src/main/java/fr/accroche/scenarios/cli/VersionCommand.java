package fr.accroche.scenarios.cli;

import fr.accroche.scenarios.report.VersionReport;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code accroche version}: what a bug report should say. */
@Command(name = "version", sortOptions = false)
final class VersionCommand implements Callable<Integer> {

    private static final EnumSet<OutputOption.Type> OFFERED =
            EnumSet.of(OutputOption.Type.TEXT, OutputOption.Type.JSON);

    private final Console console;

    @Mixin
    private OutputOption output;

    @Mixin
    private CommonOptions common;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        output.check(console, OFFERED, Optional.empty());
        output.write(
                (type, on) -> type == OutputOption.Type.JSON ? VersionReport.json() : VersionReport.text(on.language()),
                console);
        return ExitCode.CONFORME;
    }
}
