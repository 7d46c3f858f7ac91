package fr.accroche.wire;

import fr.accroche.wire.ConnectionFailedException.Reason;

/** An exchange on an open connection got no whole answer. */
final class LostAnswerException extends Exception {

    private final Reason reason;
    private final Progress progress;

    /** How far the exchange came. */
    enum Progress {
        /** Nothing was written. */
        UNSENT,
        /** Something may have been written; the connection ended before any of the answer. */
        UNANSWERED,
        /** Some of the answer came, or time ran out: no second try could help. */
        BEGUN
    }

    LostAnswerException(Reason reason, Progress progress, String what, Throwable cause) {
        super(what, cause);
        this.reason = reason;
        this.progress = progress;
    }

    Reason reason() {
        return reason;
    }

    Progress progress() {
        return progress;
    }
}
