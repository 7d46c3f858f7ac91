package fr.accroche.scenarios.certificate;

import fr.accroche.compliance.text.Text;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A password's file cannot be read; what its name is may not be told. */
public final class UnreadPasswordException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final Text ABSENT = Text.of("{0} : ce fichier n'existe pas", "{0}: no such file");
    private static final Text UNREADABLE =
            Text.of("{0} : ce fichier ne peut pas être lu", "{0}: this file cannot be read");

    private final transient Text sentence;

    UnreadPasswordException(Path file, FileSystemException cause) {
        super("a password's file cannot be read");
        this.sentence = (cause instanceof NoSuchFileException ? ABSENT : UNREADABLE).with(PasswordFile.named(file));
    }

    /** What is wrong. */
    public Text sentence() {
        return sentence;
    }
}
