package fr.accroche.certs.file;

import fr.accroche.certs.Wording;

/**
 * A certificate file cannot be read. The message names the file, what it was recognised as, the place, what was expected
 * and observed there, and what to do; it holds no key and no password.
 */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Wording wording;

    UnreadableFileException(Reason reason, Wording wording) {
        super(wording.en());
        this.reason = reason;
        this.wording = wording;
    }

    public Reason reason() {
        return reason;
    }

    /** The whole message in both languages. */
    public Wording wording() {
        return wording;
    }
}
