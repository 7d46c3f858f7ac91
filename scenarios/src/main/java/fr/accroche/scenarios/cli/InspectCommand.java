package fr.accroche.scenarios.cli;

import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.report.certificate.CertificateFileJson;
import fr.accroche.scenarios.report.certificate.CertificateFileText;
import fr.accroche.scenarios.report.certificate.InspectedFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code accroche certs inspect}: what a certificate file is and holds, in words. */
@Command(name = "inspect", sortOptions = false)
final class InspectCommand implements Callable<Integer> {

    private static final Set<Type> REPORTS = EnumSet.of(Type.TEXT, Type.JSON);

    private final Console console;
    private final Clock clock;

    @Parameters(paramLabel = "FILE", descriptionKey = "inspected-file")
    private Path file;

    @Mixin
    private final PasswordOption password;

    @Mixin
    private OutputOption output;

    @Mixin
    private CommonOptions common;

    InspectCommand(Console console) {
        this(console, Clock.systemUTC(), PasswordOption.Sources.ofProcess());
    }

    InspectCommand(Console console, Clock clock, PasswordOption.Sources passwords) {
        this.console = console;
        this.clock = clock;
        this.password = new PasswordOption(passwords);
    }

    @Override
    public Integer call() throws Exception {
        output.check(console, REPORTS, Optional.of(file));
        InspectedFile inspected = InspectedFile.of(password.open(file, console), clock);
        output.write(
                (type, to) -> type == Type.JSON
                        ? CertificateFileJson.of(inspected, to.language())
                        : CertificateFileText.of(inspected, to.language(), to.paint()),
                console);
        return ExitCode.CONFORME;
    }
}
