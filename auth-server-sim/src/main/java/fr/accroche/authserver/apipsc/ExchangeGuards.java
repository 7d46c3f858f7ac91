package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.ClientAuthenticator;

/**
 * Those that judge an exchange, in the order in which they speak.
 *
 * @param clients who may exchange
 * @param parameters what was sent
 * @param target what it is asked for
 * @param check how the subject token is found out about
 * @param subject whether it is good
 * @param holder whose it is
 * @param credential the EDC PSC's say
 * @param wording in whose words
 */
record ExchangeGuards(
        ClientAuthenticator clients,
        ExchangeGuard parameters,
        TargetGuard target,
        SubjectTokenCheck check,
        SubjectTokenGuard subject,
        SubjectHolderGuard holder,
        CredentialGuard credential,
        Wording wording) {}
