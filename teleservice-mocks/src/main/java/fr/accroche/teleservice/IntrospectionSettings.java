package fr.accroche.teleservice;

import fr.accroche.wire.ClientSettings;
import java.net.URI;
import java.util.Objects;

/**
 * How a téléservice asks its API-PSC authorization server about a token (RFC 7662).
 *
 * @param endpoint the introspection endpoint of the service's realm
 * @param clientId who the téléservice says it is; RFC 8705 §2 wants it in the request
 * @param client its certificate for that, and the roots it trusts
 * @param audience what a token for this service has in {@code aud}
 */
public record IntrospectionSettings(URI endpoint, String clientId, ClientSettings client, String audience) {
    public IntrospectionSettings {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(audience, "audience");
        if (!"https".equals(endpoint.getScheme())) {
            throw new IllegalArgumentException("the introspection endpoint must be https, not " + endpoint);
        }
    }
}
