package fr.accroche.proxy;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A téléservice that the proxy relays to.
 *
 * @param name as in {@code /send/<name>/…}: letters, digits, dot, hyphen, underscore
 * @param target where its API is; what follows the name in the request's path is added to this one's path
 * @param tokenEndpoint the token endpoint of its authorization server (RFC 8693 §2.1)
 * @param revocation where that server takes revocations (RFC 7009), if tokens are to be revoked
 */
public record Route(String name, URI target, URI tokenEndpoint, Optional<URI> revocation) {
    public Route {
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "a route's name is 1 to 64 letters, digits, dots, hyphens or underscores, not '" + name + "'");
        }
        requireHttps("target of " + name, target);
        requireHttps("token endpoint of " + name, tokenEndpoint);
        revocation.ifPresent(endpoint -> requireHttps("revocation endpoint of " + name, endpoint));
    }

    /** One whose tokens are never revoked, as the demonstrator's are not (docs/sources.md, ANS proxy). */
    public Route(String name, URI target, URI tokenEndpoint) {
        this(name, target, tokenEndpoint, Optional.empty());
    }

    /** The same, whose tokens are revoked there. */
    public Route revokingAt(URI endpoint) {
        return new Route(name, target, tokenEndpoint, Optional.of(endpoint));
    }

    static void requireHttps(String what, URI uri) {
        Objects.requireNonNull(uri, what);
        if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException(what + ": an absolute https URI is expected, not '" + uri + "'");
        }
    }
}
