package fr.accroche.scenarios.cli;

import fr.accroche.certs.CertificateFileException;
import fr.accroche.certs.NotRegularFileException;
import fr.accroche.certs.OrderException;
import fr.accroche.certs.file.Reason;
import fr.accroche.certs.file.UnreadableFileException;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.TraceFileException;
import fr.accroche.scenarios.certificate.UnreadPasswordException;
import fr.accroche.scenarios.certificate.Words;
import fr.accroche.scenarios.doctor.ProbeFailedException;
import fr.accroche.scenarios.report.doctor.CheckupText;
import fr.accroche.telemetry.JsonLog.Level;
import fr.accroche.teleservice.stub.StubFolderException;
import fr.accroche.wire.PortBusyException;
import fr.accroche.wire.state.StateUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into lines for the user and an exit code. */
final class Errors {

    private static final Text PORT_BUSY = Text.of(
            "{0} : le port {1} est pris par un autre programme ; l'arrêter, ou choisir un autre bloc avec --ports",
            "{0}: port {1} is taken by another program; stop it, or choose another block with --ports");
    private static final Text CRASH = Text.of(
            "erreur interne : {0} ; relancer avec ACCROCHE_DEBUG=1 pour la trace, et la signaler",
            "internal error: {0}; run again with ACCROCHE_DEBUG=1 for the trace, and report it");
    private static final Text NO_FILE_NAME =
            Text.of("{0} : ce système ne peut pas nommer un fichier ainsi", "{0}: this system cannot name a file so");
    private static final Text SEE_HELP = Text.of("voir « {0} --help »", "see '{0} --help'");
    private static final Text UNKNOWN_WORD = Text.of("argument inconnu : {0}", "unknown argument: {0}");
    private static final Text MISSING = Text.of("il manque : {0}", "missing: {0}");
    private static final Text WRONG_VALUE = Text.of("valeur refusée : {0}", "value refused: {0}");

    private static final Text WRONG_OPTION =
            Text.of("{0} {1} : valeur refusée ; attendu : {2}", "{0} {1}: value refused; expected: {2}");

    private static final Set<Reason> PASSWORD =
            Set.of(Reason.PASSWORD_MISSING, Reason.PASSWORD_WRONG, Reason.PASSWORD_OR_DAMAGE);

    private Errors() {}

    static int usage(ParameterException wrong, Console console) {
        CommandLine command = wrong.getCommandLine();
        if (String.valueOf(wrong.getMessage()).isEmpty()) {
            command.usage(console.err());
            return ExitCode.USAGE;
        }
        console.complain(message(wrong));
        console.complain(SEE_HELP.with(command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    private static Text message(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return UNKNOWN_WORD.with(UnknownWords.shown(unmatched.getUnmatched()));
        }
        if (wrong instanceof MissingParameterException missing) {
            List<String> names =
                    missing.getMissing().stream().map(arg -> arg.paramLabel()).toList();
            return MISSING.with(String.join(", ", names));
        }
        String value = wrong.getValue() == null ? wrong.getMessage() : wrong.getValue();
        if (wrong.getArgSpec() instanceof CommandLine.Model.OptionSpec option) {
            return WRONG_OPTION.with(option.longestName(), value, option.paramLabel());
        }
        String named = wrong.getArgSpec() == null ? "" : wrong.getArgSpec().paramLabel() + " = ";
        return WRONG_VALUE.with(named + value);
    }

    static int failure(Exception failure, Console console) {
        if (failure instanceof DeclarationException invalid) {
            invalid.problems().forEach(problem -> console.log().say(Level.ERROR, problem.in(console.language())));
            return ExitCode.USAGE;
        }
        if (failure instanceof OrderException refused) {
            refused.problems().forEach(problem -> console.complain(Words.text(problem)));
            return refused.aboutFiles() ? ExitCode.ENVIRONMENT : ExitCode.USAGE;
        }
        if (failure instanceof ProbeFailedException probe) {
            console.err().print(CheckupText.of(probe.checkup(), console.language(), console.paint()));
            return ExitCode.ENVIRONMENT;
        }
        console.complain(reason(failure, console));
        return exitCode(failure);
    }

    /** What went wrong, in a sentence; of what is a defect of accroche itself, where its trace is too. */
    static Text reason(Exception failure, Console console) {
        if (failure instanceof UserException user) {
            return user.text();
        }
        if (failure instanceof PortBusyException busy) {
            String server = String.valueOf(busy.getMessage()).split(":", 2)[0];
            return PORT_BUSY.with(server, busy.address().getPort());
        }
        if (failure instanceof ProbeFailedException probe) {
            return CheckupText.failures(probe.checkup());
        }
        if (failure instanceof UnreadPasswordException unread) {
            return unread.sentence();
        }
        if (failure instanceof TraceFileException traces) {
            return traces.sentence();
        }
        if (failure instanceof StateUnavailableException away) {
            return RoomOptions.why(away);
        }
        if (failure instanceof InvalidPathException wrong) {
            return NO_FILE_NAME.with(wrong.getInput());
        }
        return Files.about(failure).orElseGet(() -> crash(failure, console));
    }

    private static Text crash(Exception failure, Console console) {
        if (System.getenv("ACCROCHE_DEBUG") != null) {
            failure.printStackTrace(console.err());
        }
        return CRASH.with(failure);
    }

    private static int exitCode(Exception failure) {
        if (failure instanceof UserException user) {
            return user.exitCode();
        }
        if (failure instanceof UnreadableFileException unreadable && PASSWORD.contains(unreadable.reason())
                || failure instanceof InvalidPathException) {
            return ExitCode.USAGE;
        }
        boolean ofTheMachine = failure instanceof PortBusyException
                || failure instanceof TraceFileException
                || failure instanceof StateUnavailableException
                || Files.about(failure).isPresent();
        return ofTheMachine ? ExitCode.ENVIRONMENT : ExitCode.INCONCLUSIVE;
    }

    /** Java names the file and forgets the cause. */
    private static final class Files {
        private static final Text DENIED =
                Text.of("{0} : accès refusé ; vérifier les droits", "{0}: access denied; check its permissions");
        private static final Text ABSENT = Text.of("{0} : ce fichier n'existe pas", "{0}: no such file");

        /** Empty where it is about no file. */
        static Optional<Text> about(Exception failure) {
            if (failure instanceof UnreadableFileException unreadable) {
                return Optional.of(Words.text(unreadable.wording()));
            }
            if (failure instanceof CertificateFileException unusable) {
                return Optional.of(Words.text(unusable.wording()));
            }
            if (failure instanceof StubFolderException stubs) {
                return Optional.of(stubs.sentence());
            }
            if (failure instanceof UncheckedIOException wrapped) {
                return Optional.of(explain(wrapped.getCause()));
            }
            return failure instanceof IOException io ? Optional.of(explain(io)) : Optional.empty();
        }

        private static Text explain(IOException failure) {
            if (failure instanceof AccessDeniedException denied) {
                return DENIED.with(denied.getFile());
            }
            if (failure instanceof java.nio.file.NoSuchFileException absent) {
                return ABSENT.with(absent.getFile());
            }
            if (failure instanceof NotRegularFileException other) {
                return Words.text(other.wording());
            }
            if (failure instanceof FileSystemException other) {
                return Text.verbatim(other.getFile() + ": "
                        + (other.getReason() == null ? other.getClass().getSimpleName() : other.getReason()));
            }
            return Text.verbatim(String.valueOf(failure.getMessage()));
        }
    }
}
