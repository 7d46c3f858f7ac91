package fr.accroche.testcontainers;

/** A door of the chain did not do what it was asked to; the message says why. */
public final class DoorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DoorException(String message) {
        super(message);
    }

    DoorException(String message, Throwable cause) {
        super(message, cause);
    }
}
