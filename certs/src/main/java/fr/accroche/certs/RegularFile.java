package fr.accroche.certs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens what a user names. Only a file: opening a pipe waits for someone to write, and a device may never end. */
public final class RegularFile {
    private static final Wording FOLDER = Wording.of("un dossier", "a folder");
    private static final Wording SPECIAL =
            Wording.of("un tube, une prise ou un périphérique", "a pipe, a socket or a device");

    private RegularFile() {}

    /** @throws NotRegularFileException when it is something else */
    public static InputStream open(Path file) throws IOException {
        Optional<Wording> other = otherThanFile(file);
        if (other.isPresent()) {
            throw new NotRegularFileException(file, other.get());
        }
        return Files.newInputStream(file);
    }

    /** What is there in place of a file; empty where a file is, or nothing that can be seen. */
    public static Optional<Wording> otherThanFile(Path path) {
        if (Files.isRegularFile(path) || !Files.exists(path)) {
            return Optional.empty();
        }
        return Optional.of(Files.isDirectory(path) ? FOLDER : SPECIAL);
    }
}
