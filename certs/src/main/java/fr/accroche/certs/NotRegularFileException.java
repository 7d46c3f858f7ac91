package fr.accroche.certs;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Where a file is expected there is something else. */
public final class NotRegularFileException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    private final transient Wording observed;

    NotRegularFileException(Path file, Wording observed) {
        super(file.toString(), null, observed.en());
        this.observed = observed;
    }

    /** What it is. */
    public Wording observed() {
        return observed;
    }

    /** The whole of it, for a person. */
    public Wording wording() {
        return Wording.of(
                "%s : attendu : un fichier ; observé : %s ; en écrire le contenu dans un fichier, et donner celui-ci",
                "%s: expected: a file; observed: %s; write its content to a file, and give that one",
                getFile(),
                observed);
    }
}
