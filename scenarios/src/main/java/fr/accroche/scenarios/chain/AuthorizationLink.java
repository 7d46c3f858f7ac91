package fr.accroche.scenarios.chain;

import fr.accroche.authserver.apipsc.ApiPscDefect;
import fr.accroche.authserver.apipsc.ApiPscSettings;
import fr.accroche.authserver.apipsc.ApiPscSim;
import fr.accroche.authserver.apipsc.PscCredential;
import fr.accroche.authserver.apipsc.Upstream;
import fr.accroche.compliance.declaration.Teleservice;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The authorization servers of the API PSC of a chain.
 *
 * @param realms the one of each téléservice
 */
record AuthorizationLink(Map<Teleservice, Realm> realms) {

    /** Its name at PSC and at the API Credential. */
    static final String CLIENT = "serveur-autorisation-api-psc";

    /** Its signing keys, in the work folder. */
    static final String TOKENS = "api-psc-jetons";

    /**
     * An authorization server.
     *
     * @param token where tokens are exchanged
     * @param introspection where a téléservice asks about one
     * @param revocation where one is given back
     */
    record Realm(URI token, URI introspection, URI revocation) {}

    AuthorizationLink {
        realms = Map.copyOf(realms);
    }

    static AuthorizationLink of(Site site, PscLink psc, CredentialLink credential) {
        ApiPscSim sim = started(site, psc, credential);
        Map<Teleservice, Realm> realms = new EnumMap<>(Teleservice.class);
        for (Teleservice service : TeleserviceLinks.called(site.plan())) {
            URI token = sim.tokenEndpoint(service);
            URI introspection = token.resolve(token.getPath() + "/introspect");
            realms.put(service, new Realm(token, introspection, sim.revocationEndpoint(service)));
        }
        return new AuthorizationLink(realms);
    }

    private static ApiPscSim started(Site site, PscLink psc, CredentialLink credential) {
        Chain.Surround around = site.around();
        Upstream upstream = new Upstream(
                psc.issuer(),
                new PscCredential(CLIENT, Optional.empty()),
                credential.endpoint(),
                site.tls().service(CLIENT));
        ApiPscSettings settings = ApiPscSettings.from(
                        site.plan().simulated(), upstream, Set.of(TeleserviceLinks.CLIENT))
                .withDefects(site.plan().defects(ApiPscDefect.class));
        ApiPscSim sim = site.closing(new ApiPscSim(
                        site.tls().server(Participant.API_PSC, true),
                        settings,
                        around.folder().signingKeys(TOKENS),
                        around.journal(),
                        around.clock(),
                        around.random(),
                        site.runtime()))
                .start();
        site.listens(Participant.API_PSC, sim.uri(), sim.faults());
        if (site.plan().settings().apiPsc().followsPscSession()) {
            psc.tellLogouts(site, sim.backchannelLogoutUris());
        }
        return sim;
    }

    Realm of(Teleservice service) {
        return realms.get(service);
    }
}
