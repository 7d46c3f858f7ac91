package fr.accroche.scenarios.cli;

import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.replay.JudgedReport;
import fr.accroche.scenarios.replay.ReportDiff;
import fr.accroche.scenarios.report.diff.DiffJson;
import fr.accroche.scenarios.report.diff.DiffText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code accroche report diff}: what changed from one JSON report to another. */
@Command(name = "diff", sortOptions = false)
final class DiffCommand implements Callable<Integer> {

    private static final Set<Type> REPORTS = EnumSet.of(Type.TEXT, Type.JSON);

    private final Console console;

    @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "diff-before")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "diff-after")
    private Path after;

    @Mixin
    private OutputOption output;

    @Mixin
    private CommonOptions common;

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        output.check(console, REPORTS, Optional.of(before));
        output.check(console, REPORTS, Optional.of(after));
        ReportDiff diff = ReportDiff.of(
                RecordedFile.read(before, console, bytes -> JudgedReport.read(before.toString(), bytes)),
                RecordedFile.read(after, console, bytes -> JudgedReport.read(after.toString(), bytes)));
        output.write(
                (type, to) -> type == Type.JSON
                        ? DiffJson.of(diff, to.language())
                        : DiffText.of(diff, to.language(), to.paint()),
                console);
        return diff.isWorse() ? ExitCode.NON_CONFORME : ExitCode.CONFORME;
    }
}
