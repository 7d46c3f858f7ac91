package fr.accroche.scenarios.chain;

import fr.accroche.authserver.apipsc.ApiPscDefect;
import fr.accroche.authserver.apipsc.ApiPscSettings;
import fr.accroche.authserver.apipsc.ApiPscSim;
import fr.accroche.authserver.apipsc.PscCredential;
import fr.accroche.authserver.apipsc.Upstream;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.declaration.Participants.AuthorizationServers;
import fr.accroche.compliance.declaration.Teleservice;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
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
     * @param revocation where one is given back; one of the vendor's is asked for none
     */
    record Realm(URI token, URI introspection, Optional<URI> revocation) {}

    AuthorizationLink {
        realms = Map.copyOf(realms);
    }

    static AuthorizationLink of(Site site, PscLink psc, CredentialLink credential) {
        List<Teleservice> called = TeleserviceLinks.called(site.plan());
        Map<Teleservice, Realm> realms = new EnumMap<>(Teleservice.class);
        site.plan()
                .declared()
                .participants()
                .authorizationServer()
                .ifPresent(servers -> called.stream()
                        .filter(servers.urls()::containsKey)
                        .forEach(service -> realms.put(service, elsewhere(site, servers, service))));
        if (!realms.keySet().containsAll(called)) {
            ApiPscSim sim = started(site, psc, credential);
            called.forEach(service -> realms.computeIfAbsent(service, each -> realm(sim, each)));
        }
        return new AuthorizationLink(realms);
    }

    private static Realm realm(ApiPscSim sim, Teleservice service) {
        URI token = sim.tokenEndpoint(service);
        URI introspection = token.resolve(token.getPath() + "/introspect");
        return new Realm(token, introspection, Optional.of(sim.revocationEndpoint(service)));
    }

    private static Realm elsewhere(Site site, AuthorizationServers servers, Teleservice service) {
        URI token = servers.urls().get(service);
        site.listening().add(Participant.API_PSC, token);
        return new Realm(token, servers.introspection(service).orElseThrow(), Optional.empty());
    }

    private static ApiPscSim started(Site site, PscLink psc, CredentialLink credential) {
        Chain.Surround around = site.around();
        Participants participants = site.plan().declared().participants();
        Upstream upstream = new Upstream(
                psc.issuer(),
                participants.psc().map(Participants.Server::url),
                new PscCredential(site.tls().name(CLIENT, participants.psc()), Optional.empty()),
                site.tls().service(CLIENT, participants.psc()),
                credential.endpoint(),
                site.tls().service(CLIENT, participants.credentialApi()));
        ApiPscSettings settings = ApiPscSettings.from(
                        site.plan().simulated(), upstream, Set.of(TeleserviceLinks.CLIENT))
                .withDefects(site.plan().defects(ApiPscDefect.class));
        ApiPscSim sim = site.closing(new ApiPscSim(
                site.tls().server(Participant.API_PSC, true),
                settings,
                around.folder().signingKeys(TOKENS),
                around.journal(),
                around.state(),
                around.clock(),
                around.random(),
                site.runtime()));
        site.starting(Participant.API_PSC, sim::start);
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
