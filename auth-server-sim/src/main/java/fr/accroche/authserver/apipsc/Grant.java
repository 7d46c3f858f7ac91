package fr.accroche.authserver.apipsc;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What an exchange granted, and every token renewed from it stands for.
 *
 * @param session the name of all of its tokens together
 * @param clientId azp
 * @param person SubjectNameID
 * @param scope granted
 * @param certificate that its tokens are bound to
 * @param certificateSha256 its digest, hexadecimal
 * @param pscSession the PSC session that it comes from, if PSC says
 * @param pscSubject that session's subject, if PSC says
 */
record Grant(
        String session,
        String clientId,
        String person,
        String scope,
        X509Certificate certificate,
        String certificateSha256,
        Optional<String> pscSession,
        Optional<String> pscSubject) {}
