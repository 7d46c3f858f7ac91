package fr.accroche.scenarios.chain;

import fr.accroche.certs.Profile;
import fr.accroche.compliance.declaration.Participants.AuthorizationServers;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.teleservice.ConformitySim;
import fr.accroche.teleservice.LpsRegister;
import fr.accroche.teleservice.Surroundings;
import fr.accroche.teleservice.TeleserviceSettings;
import fr.accroche.teleservice.TeleserviceSim;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The téléservices of a chain, and the conformity API.
 *
 * @param targets the address of each that the path of a request is added to
 */
record TeleserviceLinks(Map<Teleservice, URI> targets) {

    /** Their name at the authorization servers. */
    static final String CLIENT = "teleservice";

    /** The conformity API's signing key, in the work folder. */
    static final String CONFORMITY_SIGNATURE = "conformite-signature";

    TeleserviceLinks {
        targets = Collections.unmodifiableMap(new EnumMap<>(targets)); // in the order of the téléservices, each time
    }

    /** Those that a chain has: the declared ones, and the conformity API. */
    static List<Teleservice> called(ChainPlan plan) {
        List<Teleservice> called = new ArrayList<>(plan.declared().teleservices());
        called.add(Teleservice.CONFORMITE);
        return called;
    }

    static TeleserviceLinks of(Site site, AuthorizationLink authorization) {
        Chain.Surround around = site.around();
        Surroundings surroundings =
                new Surroundings(around.journal(), around.clock(), around.random(), site.runtime(), around.state());
        Map<Teleservice, URI> targets = elsewhere(site);
        for (Teleservice service : site.plan().declared().teleservices()) {
            targets.computeIfAbsent(service, each -> start(each, site, authorization, surroundings));
        }
        targets.computeIfAbsent(
                Teleservice.CONFORMITE, conformity -> startConformity(site, authorization, surroundings));
        return new TeleserviceLinks(targets);
    }

    /** Those of the vendor's. */
    private static Map<Teleservice, URI> elsewhere(Site site) {
        Map<Teleservice, URI> targets = new EnumMap<>(Teleservice.class);
        ChainPlan plan = site.plan();
        plan.declared()
                .participants()
                .teleservices()
                .ifPresent(servers -> called(plan).stream()
                        .filter(servers.urls()::containsKey)
                        .forEach(service -> targets.put(service, servers.urls().get(service))));
        targets.forEach((service, target) -> site.listening().add(Participant.of(service), target));
        return targets;
    }

    private static Optional<AuthorizationServers> asked(Site site, Teleservice service) {
        return site.plan()
                .declared()
                .participants()
                .authorizationServer()
                .filter(servers -> servers.urls().containsKey(service));
    }

    private static URI start(
            Teleservice service, Site site, AuthorizationLink authorization, Surroundings surroundings) {
        ChainPlan plan = site.plan();
        TeleserviceSim sim = site.closing(new TeleserviceSim(
                service,
                site.tls().server(Participant.of(service), true),
                new TeleserviceSettings(
                        site.tls().introspection(CLIENT, asked(site, service), authorization.of(service), service),
                        plan.declared().environment(),
                        site.tls().judge(Profile.ORG_SIGN),
                        plan.settings()),
                LpsRegister.from(plan.declared()),
                site.around().stubs(),
                surroundings));
        site.starting(Participant.of(service), sim::start);
        site.listens(Participant.of(service), sim.endpoint(), sim.faults());
        return Listening.above(sim.endpoint());
    }

    private static URI startConformity(Site site, AuthorizationLink authorization, Surroundings surroundings) {
        ConformitySim sim = site.closing(new ConformitySim(
                site.tls().server(Participant.CONFORMITE, true),
                site.tls()
                        .introspection(
                                CLIENT,
                                asked(site, Teleservice.CONFORMITE),
                                authorization.of(Teleservice.CONFORMITE),
                                Teleservice.CONFORMITE),
                site.around().folder().signingKey(CONFORMITY_SIGNATURE),
                site.plan().settings(),
                surroundings));
        site.starting(Participant.CONFORMITE, sim::start);
        site.listens(Participant.CONFORMITE, sim.endpoint(), sim.faults());
        site.listening().stopping(Participant.CONFORMITE, sim::close);
        return Listening.above(sim.endpoint());
    }
}
