package fr.accroche.certs;

import java.nio.file.Path;

/**
 * A certificate or key file cannot be used. The message names the file, what was expected and observed, and what to do; it
 * holds nothing of the file's content.
 */
public final class CertificateFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    CertificateFileException(Path file, String expectedAndObserved, String whatToDo, Throwable cause) {
        super(file + ": " + expectedAndObserved + "; " + whatToDo, cause);
        this.file = file;
    }

    CertificateFileException(Path file, String expectedAndObserved, String whatToDo) {
        this(file, expectedAndObserved, whatToDo, null);
    }

    /** The file or folder at fault. */
    public Path file() {
        return file;
    }
}
