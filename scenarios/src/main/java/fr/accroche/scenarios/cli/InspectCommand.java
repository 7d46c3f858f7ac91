package fr.accroche.scenarios.cli;

import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.certs.file.FileContent;
import fr.accroche.certs.file.Reason;
import fr.accroche.certs.file.UnreadableFileException;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.report.certificate.CertificateFileJson;
import fr.accroche.scenarios.report.certificate.CertificateFileText;
import fr.accroche.scenarios.report.certificate.InspectedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
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
    private static final Text ASK = Text.of("Mot de passe de {0} : ", "Password of {0}: ");

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
        InspectedFile inspected = InspectedFile.of(content(), clock);
        output.write(
                (type, to) -> type == Type.JSON
                        ? CertificateFileJson.of(inspected, to.language())
                        : CertificateFileText.of(inspected, to.language(), to.paint()),
                console);
        return ExitCode.CONFORME;
    }

    private FileContent content() throws IOException {
        Optional<char[]> given = password.given(console);
        try {
            return read(given);
        } catch (UnreadableFileException refused) {
            Optional<char[]> typed = refused.reason() == Reason.PASSWORD_MISSING
                    ? password.asked(ASK.with(file), console)
                    : Optional.empty();
            if (typed.isEmpty()) {
                throw refused;
            }
            return read(typed);
        }
    }

    private FileContent read(Optional<char[]> secret) throws IOException {
        try {
            return CertificateFileReader.read(console.directory().resolve(file), secret);
        } finally {
            secret.ifPresent(characters -> Arrays.fill(characters, '\0'));
        }
    }
}
