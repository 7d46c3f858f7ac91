package fr.accroche.authserver.apipsc;

import fr.accroche.wire.ClientSettings;
import java.net.URI;
import java.util.Objects;

/**
 * The servers that an authorization server asks.
 *
 * @param pscIssuer PSC's issuer: tokens must come from it, and its introspection is at its usual place under it
 * @param pscCredential who this server is at PSC
 * @param credentialApi the API Credential's address
 * @param connection its certificate, which the API Credential knows it by, and the roots it trusts
 */
public record Upstream(URI pscIssuer, PscCredential pscCredential, URI credentialApi, ClientSettings connection) {

    public Upstream {
        Objects.requireNonNull(pscIssuer, "pscIssuer");
        Objects.requireNonNull(pscCredential, "pscCredential");
        Objects.requireNonNull(credentialApi, "credentialApi");
        Objects.requireNonNull(connection, "connection");
    }
}
