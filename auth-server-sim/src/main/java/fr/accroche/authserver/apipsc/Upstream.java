package fr.accroche.authserver.apipsc;

import fr.accroche.wire.ClientSettings;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * The servers that an authorization server asks.
 *
 * @param pscIssuer PSC's issuer: tokens must come from it
 * @param pscDiscovery the document that says where PSC's endpoints are (OpenID Connect Discovery §4); without it they are at
 *     their usual places under the issuer
 * @param pscCredential who this server is at PSC
 * @param pscConnection its certificate, which PSC knows it by, and the roots it trusts there
 * @param credentialApi the API Credential's address
 * @param credentialConnection the same for the API Credential
 */
public record Upstream(
        URI pscIssuer,
        Optional<URI> pscDiscovery,
        PscCredential pscCredential,
        ClientSettings pscConnection,
        URI credentialApi,
        ClientSettings credentialConnection) {

    public Upstream {
        Objects.requireNonNull(pscIssuer, "pscIssuer");
        Objects.requireNonNull(pscDiscovery, "pscDiscovery");
        Objects.requireNonNull(pscCredential, "pscCredential");
        Objects.requireNonNull(pscConnection, "pscConnection");
        Objects.requireNonNull(credentialApi, "credentialApi");
        Objects.requireNonNull(credentialConnection, "credentialConnection");
    }

    /** One whose PSC has its endpoints at their usual places, and that shows one certificate to both. */
    public Upstream(URI pscIssuer, PscCredential pscCredential, URI credentialApi, ClientSettings connection) {
        this(pscIssuer, Optional.empty(), pscCredential, connection, credentialApi, connection);
    }
}
