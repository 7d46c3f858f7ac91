package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;

/** Something the user can put right: shown on one line, without a stack trace. */
final class UserException extends RuntimeException {

    private final transient Text text;
    private final int exitCode;

    private UserException(int exitCode, Text text) {
        super(text.in(Language.EN));
        this.text = text;
        this.exitCode = exitCode;
    }

    /** The command line or the declaration is wrong. */
    static UserException usage(Text text) {
        return new UserException(ExitCode.USAGE, text);
    }

    /** The machine is in the way: a file, a port. */
    static UserException environment(Text text) {
        return new UserException(ExitCode.ENVIRONMENT, text);
    }

    Text text() {
        return text;
    }

    int exitCode() {
        return exitCode;
    }
}
