package fr.accroche.proxy;

import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/**
 * Where PSC's endpoints are.
 *
 * @param token where it is polled
 * @param authentication where a CIBA request goes
 * @param endSession where a logout goes
 */
record PscEndpoints(URI token, URI authentication, URI endSession) {

    /**
     * Reads a discovery document. A client with a certificate uses the mTLS aliases where there are any (RFC 8705 §5);
     * the logout bears no certificate.
     *
     * @throws IllegalArgumentException naming the member that is missing or is no https URI
     */
    static PscEndpoints read(JsonObject document) {
        JsonObject aliases = document.object("mtls_endpoint_aliases").orElse(JsonObject.EMPTY);
        return new PscEndpoints(
                endpoint("token_endpoint", aliases, document),
                endpoint("backchannel_authentication_endpoint", aliases, document),
                endpoint("end_session_endpoint", JsonObject.EMPTY, document));
    }

    private static URI endpoint(String name, JsonObject aliases, JsonObject document) {
        Optional<String> value = aliases.text(name).or(() -> document.text(name));
        URI uri = URI.create(value.orElseThrow(() -> new IllegalArgumentException(name + " is missing")));
        Route.requireHttps(name, uri);
        return uri;
    }
}
