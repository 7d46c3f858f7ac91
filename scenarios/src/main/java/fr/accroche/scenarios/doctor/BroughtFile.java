package fr.accroche.scenarios.doctor;

import fr.accroche.certs.RegularFile;
import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.certs.file.Entry;
import fr.accroche.certs.file.FileContent;
import fr.accroche.certs.file.OpenedFile;
import fr.accroche.certs.file.Reason;
import fr.accroche.certs.file.UnreadableFileException;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.PasswordFile;
import fr.accroche.scenarios.certificate.RealProduction;
import fr.accroche.scenarios.certificate.UnreadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A certificate file with what it takes to open it.
 *
 * @param subject what it is called in a report
 * @param path the file
 * @param key its private key, where it stands apart
 * @param passwordFile where its password is
 */
record BroughtFile(Text subject, Path path, Optional<Path> key, Optional<Path> passwordFile) {

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private static final Text ABSENT = Text.of("{0} n'existe pas", "{0} does not exist");
    private static final Text NO_FILE = Text.of("{0} n'est pas un fichier", "{0} is no file");
    private static final Text DENIED = Text.of("{0} ne peut pas être lu", "{0} cannot be read");
    private static final Text WRITE_PATH = Text.of(
            "écrire dans la déclaration un chemin depuis son dossier, ou l'y mettre",
            "write in the declaration a path from its folder, or put the file there");
    private static final Text CHECK_RIGHTS = Text.of("vérifier ses droits", "check its permissions");
    private static final Text NO_PASSWORD = Text.of(
            "{0} : la première ligne n'est pas un texte UTF-8 d'au plus 4096 caractères",
            "{0}: the first line is no UTF-8 text of at most 4096 characters");
    private static final Text ONE_LINE =
            Text.of("y écrire le mot de passe, seul, sur une ligne", "write the password there, alone, on one line");
    private static final Text DECLARE_PASSWORD = Text.of(
            "déclarer le fichier de son mot de passe (passwordFile, sealPasswordFile, truststorePasswordFile)",
            "declare the file of its password (passwordFile, sealPasswordFile, truststorePasswordFile)");
    private static final Text OPEN_TO_OTHERS = Text.of(
            "{0} est secret, et ouvert à d'autres comptes de cette machine",
            "{0} is secret, and open to other accounts of this machine");
    private static final Text CLOSE = Text.verbatim("chmod 600 {0}");

    /** What is in it; empty when it cannot be had, and then the points say why. */
    Optional<FileContent> open(List<Examined> points) {
        return opened(points).map(OpenedFile::content);
    }

    /** The same, with the private keys. */
    Optional<OpenedFile> opened(List<Examined> points) {
        List<Examined> missing = Stream.of(Optional.of(path), key, passwordFile)
                .flatMap(Optional::stream)
                .flatMap(file -> unavailable(file).stream())
                .toList();
        points.addAll(missing);
        if (!missing.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<char[]> password = password();
            if (passwordFile.isPresent() && password.isEmpty()) {
                points.add(Examined.fail(subject, NO_PASSWORD.with(passwordFile.get()), ONE_LINE));
                return Optional.empty();
            }
            OpenedFile opened = read(password);
            secrets(opened.content())
                    .filter(BroughtFile::openToOthers)
                    .forEach(file -> points.add(openToOthers(subject, file)));
            return taken(opened, points);
        } catch (UnreadableFileException refused) {
            points.add(unread(refused));
        } catch (IOException unreadable) {
            points.add(Examined.fail(subject, DENIED.with(path), CHECK_RIGHTS));
        }
        return Optional.empty();
    }

    private Optional<Examined> unavailable(Path file) {
        if (Files.notExists(file)) {
            return Optional.of(Examined.fail(subject, ABSENT.with(named(file)), WRITE_PATH));
        }
        if (RegularFile.otherThanFile(file).isPresent()) {
            return Optional.of(Examined.fail(subject, NO_FILE.with(named(file)), WRITE_PATH));
        }
        return Files.isReadable(file)
                ? Optional.empty()
                : Optional.of(Examined.fail(subject, DENIED.with(file), CHECK_RIGHTS));
    }

    private Text named(Path file) {
        return passwordFile.filter(file::equals).isPresent()
                ? PasswordFile.named(file)
                : Text.verbatim(file.toString());
    }

    private Optional<char[]> password() throws IOException {
        return passwordFile.isEmpty() ? Optional.empty() : PasswordFile.read(passwordFile.get());
    }

    private OpenedFile read(Optional<char[]> password) throws IOException {
        try {
            return key.isPresent()
                    ? CertificateFileReader.open(path, key.get(), password)
                    : CertificateFileReader.open(path, password);
        } finally {
            password.ifPresent(characters -> Arrays.fill(characters, '\0'));
        }
    }

    private Examined unread(UnreadableFileException refused) {
        Examined found = Examined.found(subject, List.of(UnreadFile.finding(path.toString(), refused)));
        return refused.reason() != Reason.PASSWORD_MISSING
                ? found
                : new Examined(subject, found.level(), found.said(), Optional.of(DECLARE_PASSWORD), found.findings());
    }

    private Optional<OpenedFile> taken(OpenedFile opened, List<Examined> points) {
        Optional<Text> refusal = RealProduction.refusal(opened.content());
        refusal.ifPresent(reason -> points.add(Examined.fail(subject, reason, Optional.empty())));
        return refusal.isPresent() ? Optional.empty() : Optional.of(opened);
    }

    private Stream<Path> secrets(FileContent content) {
        boolean keyInside = key.isEmpty() && content.entries().stream().anyMatch(Entry.Held.class::isInstance);
        return Stream.of(keyInside ? Optional.of(path) : Optional.<Path>empty(), key, passwordFile)
                .flatMap(Optional::stream);
    }

    private static boolean openToOthers(Path file) {
        try {
            return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Examined openToOthers(Text subject, Path file) {
        return Examined.warning(subject, OPEN_TO_OTHERS.with(file), CLOSE.with(file));
    }
}
