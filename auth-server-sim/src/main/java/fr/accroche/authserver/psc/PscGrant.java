package fr.accroche.authserver.psc;

import fr.accroche.authserver.Client;
import java.util.Optional;

/**
 * What a professional granted a client in a session; every token of it says the same.
 *
 * @param session the session
 * @param client who may have tokens
 * @param scope what was asked for
 * @param nonce of the authorization request; CIBA has none
 * @param boundTo {@code x5t#S256} of the client's certificate, if its access tokens are bound to one (RFC 8705 §3)
 */
record PscGrant(PscSession session, Client client, String scope, Optional<String> nonce, Optional<String> boundTo) {}
