package fr.accroche.certs.file;

/** Why a file cannot be read. */
public enum Reason {
    EMPTY,
    TOO_LARGE,
    NOT_RECOGNISED,
    /** Recognised, and cut short or changed. */
    DAMAGED,
    /** Asks for more work, depth or entries than any file needs. */
    OVER_LIMIT,
    /** Sound as far as can be seen without a password, and none was given. */
    PASSWORD_MISSING,
    PASSWORD_WRONG,
    /** Nothing in the file tells a wrong password from a change. */
    PASSWORD_OR_DAMAGE,
    NOT_SUPPORTED
}
