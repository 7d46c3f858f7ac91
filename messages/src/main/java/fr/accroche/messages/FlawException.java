package fr.accroche.messages;

import fr.accroche.messages.SignatureResult.Flaw;
import fr.accroche.messages.SignatureResult.Invalid;

/** Ends the examination of a signature at its first flaw. */
final class FlawException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Flaw flaw;
    private final transient Reason reason;

    /** The reason as {@link Reason#of} takes it. */
    FlawException(Flaw flaw, String fr, String en, Object... arguments) {
        this(flaw, Reason.of(fr, en, arguments));
    }

    private FlawException(Flaw flaw, Reason reason) {
        super(reason.en());
        this.flaw = flaw;
        this.reason = reason;
    }

    Invalid invalid() {
        return new Invalid(flaw, reason);
    }
}
