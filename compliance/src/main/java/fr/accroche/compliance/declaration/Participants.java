package fr.accroche.compliance.declaration;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who plays each link of the chain: the vendor, where something is there; else accroche.
 *
 * @param lps the vendor's own LPS, which calls the proxy when it likes
 * @param proxy its own Proxy e-Santé
 * @param psc another Pro Santé Connect; its address is that of the discovery document
 * @param authorizationServer other authorization servers; their addresses are those of the token exchange
 * @param credentialApi another API Credential
 * @param teleservices other téléservices; their addresses are what the path of a request is added to
 */
public record Participants(
        Optional<Lps> lps,
        Optional<Proxy> proxy,
        Optional<Server> psc,
        Optional<AuthorizationServers> authorizationServer,
        Optional<Server> credentialApi,
        Optional<Servers> teleservices) {

    /** Every link simulated. */
    public static final Participants SIMULATED = new Participants(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** RFC 8615 §3; under an issuer, OpenID Connect Discovery §4. */
    static final String WELL_KNOWN = "/.well-known/";

    public Participants {
        Objects.requireNonNull(lps, "lps");
        Objects.requireNonNull(proxy, "proxy");
        Objects.requireNonNull(psc, "psc");
        Objects.requireNonNull(authorizationServer, "authorizationServer");
        Objects.requireNonNull(credentialApi, "credentialApi");
        Objects.requireNonNull(teleservices, "teleservices");
    }

    /** One that the vendor plays. */
    public sealed interface External {

        /** Its place in the declaration, for example {@code participants.proxy}. */
        String path();
    }

    /** An LPS has no address: it calls. */
    public record Lps(String path) implements External {}

    /**
     * A Proxy e-Santé.
     *
     * @param url where it takes the calls of its LPS; plain HTTP on this machine only
     * @param files how accroche and it know each other
     * @param template the file of the requests that it expects; without one it speaks the ANS contract
     */
    public record Proxy(String path, URI url, Optional<PeerFiles> files, Optional<String> template)
            implements External {}

    /** A server with one address. */
    public record Server(String path, URI url, Optional<PeerFiles> files) implements External {}

    /**
     * Téléservices, each with its address.
     *
     * @param urls those that are not there are simulated
     */
    public record Servers(String path, Map<Teleservice, URI> urls, Optional<PeerFiles> files) implements External {
        public Servers {
            urls = Map.copyOf(urls);
        }
    }

    /**
     * Authorization servers, one for each téléservice.
     *
     * @param urls where tokens are exchanged; those that are not there are simulated
     * @param introspection where tokens are introspected (RFC 7662), for those that are declared
     */
    public record AuthorizationServers(
            String path, Map<Teleservice, URI> urls, Map<Teleservice, URI> introspection, Optional<PeerFiles> files)
            implements External {
        public AuthorizationServers {
            urls = Map.copyOf(urls);
            introspection = Map.copyOf(introspection);
        }

        /**
         * Where the tokens of a téléservice are introspected: where it is declared, else under the token endpoint, as Keycloak has
         * it and the simulated servers too.
         */
        public Optional<URI> introspection(Teleservice service) {
            return Optional.ofNullable(introspection.get(service))
                    .or(() -> Optional.ofNullable(urls.get(service)).map(token -> URI.create(token + "/introspect")));
        }
    }

    /**
     * The issuer of a Pro Santé Connect of the vendor's: what stands before {@code /.well-known/} in the address of its discovery
     * document, which says the same (OpenID Connect Discovery §4.3).
     */
    public Optional<String> pscIssuer() {
        return psc.map(Server::url).map(URI::toString).map(url -> url.substring(0, url.indexOf(WELL_KNOWN)));
    }

    /** Those that the vendor plays, along the chain. */
    public Stream<External> external() {
        return Stream.<Optional<? extends External>>of(
                        lps, proxy, psc, authorizationServer, credentialApi, teleservices)
                .flatMap(Optional::stream);
    }
}
