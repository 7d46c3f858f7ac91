package fr.accroche.scenarios.cli;

import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.certs.file.FileContent;
import fr.accroche.certs.file.Reason;
import fr.accroche.certs.file.UnreadableFileException;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.PasswordFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The password of a file: from another file, the environment, or a person. Never an argument, which others can list. */
final class PasswordOption {

    private static final String VARIABLE = "ACCROCHE_PASSWORD";
    private static final Text NO_TEXT = Text.of(
            "--password-file {0} : attendu une ligne de texte en UTF-8, d'au plus 4096 caractères",
            "--password-file {0}: expected a line of UTF-8 text, of at most 4096 characters");

    private static final Text ASK = Text.of("Mot de passe de {0} : ", "Password of {0}: ");

    private final Sources sources;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "password-file")
    private Path file;

    /**
     * Where passwords come from beside files.
     *
     * @param environment a variable by its name, null if it is not set
     * @param person asks someone, when someone is there
     */
    record Sources(Function<String, String> environment, Function<String, Optional<char[]>> person) {

        /** Those of the process. */
        static Sources ofProcess() {
            return new Sources(
                    System::getenv,
                    question -> Optional.ofNullable(System.console())
                            .flatMap(terminal -> Optional.ofNullable(terminal.readPassword("%s", question))));
        }
    }

    PasswordOption(Sources sources) {
        this.sources = sources;
    }

    /** Whether a file is named for it. */
    boolean named() {
        return file != null;
    }

    /** The one that was given beforehand. */
    Optional<char[]> given(Console console) throws IOException {
        return file == null
                ? Optional.ofNullable(sources.environment().apply(VARIABLE)).map(String::toCharArray)
                : Optional.of(firstLine(file, console));
    }

    private static char[] firstLine(Path file, Console console) throws IOException {
        return PasswordFile.read(console.directory().resolve(file))
                .orElseThrow(() -> UserException.usage(NO_TEXT.with(file)));
    }

    /** The one that a person types, if there is one at a terminal. */
    Optional<char[]> asked(Text question, Console console) {
        return sources.person().apply(question.in(console.language()));
    }

    /** Reads a certificate file with the password that was given, or that is asked for when the file needs one. */
    FileContent open(Path certificates, Console console) throws IOException {
        Path path = console.directory().resolve(certificates);
        return open(certificates, secret -> CertificateFileReader.read(path, secret), console);
    }

    /** The same with a password of its own, where it has one. */
    FileContent open(Path certificates, Optional<Path> passwordFile, Console console) throws IOException {
        if (passwordFile.isEmpty()) {
            return open(certificates, console);
        }
        Path path = console.directory().resolve(certificates);
        char[] secret = firstLine(passwordFile.get(), console);
        return read(known -> CertificateFileReader.read(path, known), Optional.of(secret));
    }

    /** The same of a certificate and its key that stand in two PEM files. */
    FileContent open(Path certificates, Path key, Console console) throws IOException {
        Path first = console.directory().resolve(certificates);
        Path second = console.directory().resolve(key);
        return open(certificates, secret -> CertificateFileReader.read(first, second, secret), console);
    }

    private interface Reading {
        FileContent with(Optional<char[]> secret) throws IOException;
    }

    private FileContent open(Path certificates, Reading reading, Console console) throws IOException {
        try {
            return read(reading, given(console));
        } catch (UnreadableFileException refused) {
            Optional<char[]> typed = refused.reason() == Reason.PASSWORD_MISSING
                    ? asked(ASK.with(certificates), console)
                    : Optional.empty();
            if (typed.isEmpty()) {
                throw refused;
            }
            return read(reading, typed);
        }
    }

    private static FileContent read(Reading reading, Optional<char[]> secret) throws IOException {
        try {
            return reading.with(secret);
        } finally {
            secret.ifPresent(characters -> Arrays.fill(characters, '\0'));
        }
    }
}
