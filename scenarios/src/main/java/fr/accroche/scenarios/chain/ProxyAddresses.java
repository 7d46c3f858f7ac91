package fr.accroche.scenarios.chain;

import fr.accroche.compliance.declaration.Teleservice;
import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a proxy is configured with, to stand in this chain.
 *
 * @param issuer PSC, as its tokens name it
 * @param discovery PSC's metadata
 * @param routes what it is told of each téléservice
 */
public record ProxyAddresses(URI issuer, URI discovery, Map<Teleservice, Route> routes) {

    /**
     * What a proxy is told of a téléservice.
     *
     * @param target what the path of a request is added to
     * @param token where its tokens are exchanged
     * @param revocation where they are given back, if anywhere
     */
    public record Route(URI target, URI token, Optional<URI> revocation) {}

    public ProxyAddresses {
        routes = Collections.unmodifiableMap(new EnumMap<>(routes));
    }

    static ProxyAddresses of(ProxyLink.Behind behind) {
        Map<Teleservice, Route> routes = new EnumMap<>(Teleservice.class);
        behind.teleservices().targets().forEach((service, target) -> {
            AuthorizationLink.Realm realm = behind.authorization().of(service);
            routes.put(service, new Route(target, realm.token(), realm.revocation()));
        });
        return new ProxyAddresses(behind.psc().issuer(), behind.psc().discovery(), routes);
    }
}
