package fr.accroche.certs;

import java.nio.file.Path;

/**
 * A certificate or key file cannot be used. The message names the file, what was expected and observed, and what to do; it
 * holds nothing of the file's content.
 */
public final class CertificateFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient Wording wording;

    CertificateFileException(Path file, Wording expectedAndObserved, Wording whatToDo, Throwable cause) {
        this(file, Wording.of("%s : %s ; %s", "%s: %s; %s", file, expectedAndObserved, whatToDo), cause);
    }

    CertificateFileException(Path file, Wording expectedAndObserved, Wording whatToDo) {
        this(file, expectedAndObserved, whatToDo, null);
    }

    private CertificateFileException(Path file, Wording wording, Throwable cause) {
        super(wording.en(), cause);
        this.file = file;
        this.wording = wording;
    }

    /** The message in both languages. */
    public Wording wording() {
        return wording;
    }

    /** The file or folder at fault. */
    public Path file() {
        return file;
    }
}
