package fr.accroche.authserver.apipsc;

import java.util.Objects;
import java.util.Optional;

/**
 * Who an authorization server is when it introspects at PSC.
 *
 * @param clientId its client_id at PSC
 * @param secret its secret, sent as Basic; without one it proves itself by its certificate
 */
public record PscCredential(String clientId, Optional<String> secret) {

    public PscCredential {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(secret, "secret");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "PscCredential[" + clientId + "]";
    }
}
