package fr.accroche.authserver.psc;

import fr.accroche.authserver.Client;
import fr.accroche.authserver.psc.browser.ClaimsRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a professional granted a client in a session; every token of it says the same, and all of them can be revoked at once.
 *
 * @param id names it here; a secret as its tokens are
 * @param session the session
 * @param client who may have tokens
 * @param scope what was asked for
 * @param nonce of the authorization request; CIBA has none
 * @param boundTo {@code x5t#S256} of the client's certificate, if its access tokens are bound to one (RFC 8705 §3)
 * @param claims asked for one by one
 */
record PscGrant(
        String id,
        PscSession session,
        Client client,
        String scope,
        Optional<String> nonce,
        Optional<String> boundTo,
        ClaimsRequest claims) {

    /** One that asks for no claim by name. */
    PscGrant(
            String id,
            PscSession session,
            Client client,
            String scope,
            Optional<String> nonce,
            Optional<String> boundTo) {
        this(id, session, client, scope, nonce, boundTo, ClaimsRequest.NONE);
    }

    /** The words of its scope. */
    List<String> scopes() {
        return Scopes.words(scope);
    }

    /** Whether it is about who the person is (OpenID Connect Core §3.1.2.1). */
    boolean openId() {
        return scopes().contains(Scopes.OPENID);
    }

    /** The same for less. */
    PscGrant narrowed(String fewer) {
        return new PscGrant(id, session, client, fewer, nonce, boundTo, claims);
    }

    /** The same, bound to a certificate or to none. */
    PscGrant bound(Optional<String> certificate) {
        return new PscGrant(id, session, client, scope, nonce, certificate, claims);
    }

    /** The same when its tokens are refreshed: bound to the certificate of then, and without nonce (OpenID Connect Core §12.2). */
    PscGrant refreshed(Optional<String> certificate) {
        return new PscGrant(id, session, client, scope, Optional.empty(), certificate, claims);
    }

    /** Without the secret id. */
    @Override
    public String toString() {
        return "PscGrant[" + client.clientId() + ", " + scope + "]";
    }
}
