package fr.accroche.scenarios.doctor;

import java.util.Objects;

/** A participant of the vendor's cannot play its part: nothing was sent through the chain. */
public final class ProbeFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Checkup checkup;

    public ProbeFailedException(Checkup checkup) {
        super("a participant of the vendor's cannot play its part");
        this.checkup = Objects.requireNonNull(checkup, "checkup");
    }

    /** What was examined, and what failed of it. */
    public Checkup checkup() {
        return checkup;
    }
}
