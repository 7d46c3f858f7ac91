package fr.accroche.authserver;

import fr.accroche.wire.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The Authorization header of {@code client_secret_basic} (RFC 6749 §2.3.1).
 *
 * @param clientId the user part; empty text if the header cannot be read
 * @param secret the password part
 */
record BasicCredentials(String clientId, String secret) {

    private static final String SCHEME = "Basic ";

    /** The credentials, if the scheme is Basic. */
    static Optional<BasicCredentials> in(Headers headers) {
        return headers.first("Authorization")
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> read(value.substring(SCHEME.length()).trim()));
    }

    private static BasicCredentials read(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? new BasicCredentials("", "")
                    : new BasicCredentials(decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return new BasicCredentials("", "");
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "BasicCredentials[" + clientId + "]";
    }
}
