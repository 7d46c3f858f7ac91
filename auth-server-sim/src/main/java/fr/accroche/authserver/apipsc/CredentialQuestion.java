package fr.accroche.authserver.apipsc;

import java.util.Optional;

/**
 * What the API Credential is asked.
 *
 * @param clientId of the exchange
 * @param certificateCn of the connection's certificate; empty if it has not exactly one
 * @param certificateOu idem
 * @param securityLevel that the téléservice asks for; empty only by {@link ApiPscDefect#OMITS_SECURITY_LEVEL}
 */
record CredentialQuestion(
        String clientId,
        Optional<String> certificateCn,
        Optional<String> certificateOu,
        Optional<String> securityLevel) {}
