package fr.accroche.scenarios.chain;

import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.declaration.ProxyChoices;
import fr.accroche.proxy.ProxySettings;
import fr.accroche.proxy.ProxySim;
import fr.accroche.proxy.Route;
import fr.accroche.proxy.SessionLife;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Proxy e-Santé of a chain.
 *
 * @param uri where it takes the calls of its LPS
 */
record ProxyLink(URI uri) {

    /**
     * What a proxy stands before.
     *
     * @param psc whom it asks for the professional
     * @param authorization whom it asks for API tokens
     * @param credential whom it must not ask itself
     * @param teleservices whom it relays to
     */
    record Behind(
            PscLink psc, AuthorizationLink authorization, CredentialLink credential, TeleserviceLinks teleservices) {}

    /** The vendor's, where it has one; else ours. */
    static ProxyLink of(Site site, LpsAccess lps, Behind behind) {
        Optional<Participants.Proxy> external =
                site.plan().declared().participants().proxy();
        if (external.isPresent()) {
            site.listening().add(Participant.PROXY, external.get().url());
            return new ProxyLink(external.get().url());
        }
        return started(site, lps, behind);
    }

    private static ProxyLink started(Site site, LpsAccess lps, Behind behind) {
        ChainPlan plan = site.plan();
        Chain.Surround around = site.around();
        ProxySettings settings = settings(site, lps, behind);
        ProxySim sim = site.closing(new ProxySim(
                lps.server(),
                plan.settings().realistic() ? settings.asRealistic() : settings,
                around.journal(),
                around.state(),
                around.clock(),
                around.random(),
                around.clock()::pass,
                site.runtime()));
        site.starting(Participant.PROXY, sim::start);
        site.listens(Participant.PROXY, sim.uri(), sim.faults());
        return new ProxyLink(sim.uri());
    }

    private static ProxySettings settings(Site site, LpsAccess lps, Behind behind) {
        ChainPlan plan = site.plan();
        ProxyChoices choices = plan.settings().proxy();
        Participants participants = plan.declared().participants();
        ProxySettings settings = ProxySettings.of(
                        behind.psc().discovery(),
                        site.tls()
                                .roots(List.of(
                                        participants.psc(),
                                        participants.authorizationServer(),
                                        participants.teleservices())),
                        site.certificates().identities(plan, site.operation()),
                        routes(behind, choices))
                .with(plan.settings().enforcement())
                .withSessionLife(new SessionLife(choices.sessionLife(), choices.sessionIdle()))
                .withDefects(
                        plan.proxyDefects(site.operation(), behind.credential().endpoint()))
                .withLps(lps.proofs())
                .withMetier(new MetierAccess(plan, site.certificates()).lps());
        return site.around().folder().withTraces(settings);
    }

    private static List<Route> routes(Behind behind, ProxyChoices choices) {
        List<Route> routes = new ArrayList<>();
        behind.teleservices().targets().forEach((service, target) -> {
            AuthorizationLink.Realm realm = behind.authorization().of(service);
            Route route = new Route(service.route(), target, realm.token());
            routes.add(realm.revocation()
                    .filter(endpoint -> choices.revokesTokens())
                    .map(route::revokingAt)
                    .orElse(route));
        });
        return routes;
    }
}
