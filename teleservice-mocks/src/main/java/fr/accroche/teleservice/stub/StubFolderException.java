package fr.accroche.teleservice.stub;

/** A folder of stubs cannot be used. Its message is one line for the user: which file, what is wrong, what would do. */
public final class StubFolderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StubFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
