package fr.accroche.messages;

import fr.accroche.messages.SignatureResult.Flaw;
import fr.accroche.messages.SignatureResult.Invalid;

/** Ends the examination of a signature at its first flaw. */
final class FlawException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    FlawException(Flaw flaw, String reason) {
        super(MessageException.oneLine(reason));
        this.flaw = flaw;
    }

    Invalid invalid() {
        return new Invalid(flaw, getMessage());
    }
}
