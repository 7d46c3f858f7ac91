package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.pmt.PmtFile;
import fr.accroche.scenarios.report.pmt.PmtHtml;
import fr.accroche.scenarios.report.pmt.PmtJson;
import fr.accroche.scenarios.report.pmt.PmtText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code accroche report pmt}: what must be green before the three months of access start, and what is. */
@Command(name = "pmt", sortOptions = false)
final class PmtCommand implements Callable<Integer> {

    private static final Set<Type> REPORTS = EnumSet.of(Type.TEXT, Type.JSON, Type.HTML);

    private final Console console;

    @Parameters(paramLabel = "RUN.json", descriptionKey = "recording")
    private Path file;

    @Mixin
    private DeclarationOption which;

    @Mixin
    private OutputOption output;

    @Mixin
    private CommonOptions common;

    PmtCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, DeclarationException {
        output.check(console, REPORTS, Optional.of(file));
        output.check(console, REPORTS, which.file(console));
        JudgedAgain judged = JudgedAgain.of(file, file.toString(), which, console);
        PmtFile page = PmtFile.of(judged.recording(), judged.declaration(), judged.run());
        output.write((type, to) -> report(type, page, to), console);
        return switch (page.state()) {
            case GREEN -> ExitCode.CONFORME;
            case RED -> ExitCode.NON_CONFORME;
            case NOT_SHOWN -> ExitCode.INCONCLUSIVE;
        };
    }

    private static String report(Type type, PmtFile page, Console to) {
        return switch (type) {
            case TEXT -> PmtText.of(page, to.language(), to.paint());
            case JSON -> PmtJson.of(page, to.language());
            case HTML -> PmtHtml.of(page, to.language());
            case SARIF, JUNIT -> throw new IllegalArgumentException("not offered: " + type);
        };
    }
}
