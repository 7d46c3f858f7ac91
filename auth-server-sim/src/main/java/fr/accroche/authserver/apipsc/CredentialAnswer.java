package fr.accroche.authserver.apipsc;

import java.util.Optional;

/** What the API Credential answers. */
sealed interface CredentialAnswer {

    record Granted() implements CredentialAnswer {}

    /**
     * @param status 400, 401 or 403
     * @param field what is at fault, if the answer names it
     * @param message why
     */
    record Refused(int status, Optional<String> field, String message) implements CredentialAnswer {}
}
