package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.scenarios.report.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code accroche replay}: a recorded run is judged again, without any server. */
@Command(name = "replay", sortOptions = false)
final class ReplayCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", descriptionKey = "recording")
    private Path file;

    @Mixin
    private DeclarationOption which;

    @Mixin
    private OutputOption output;

    @Mixin
    private CommonOptions common;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, DeclarationException {
        output.check(console, RunReports.OFFERED, Optional.of(file));
        output.check(console, RunReports.OFFERED, which.file(console));
        Run run = JudgedAgain.of(file, file.toString(), which, console).run();
        output.write((type, to) -> RunReports.of(type, run, to), console);
        return ExitCode.of(run.verdict().outcome());
    }
}
