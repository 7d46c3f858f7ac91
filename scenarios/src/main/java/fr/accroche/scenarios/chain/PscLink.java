package fr.accroche.scenarios.chain;

import fr.accroche.authserver.Client;
import fr.accroche.authserver.psc.ProSanteConnectSim;
import fr.accroche.authserver.psc.PscSettings;
import fr.accroche.compliance.declaration.Participants;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The Pro Santé Connect of a chain.
 *
 * @param discovery its metadata
 * @param issuer as its tokens name it
 * @param simulated the one that was started here
 */
record PscLink(URI discovery, URI issuer, Optional<ProSanteConnectSim> simulated) {

    private static final String CLIENT = "pro-sante-connect";

    /** Its signing keys, in the work folder. */
    static final String TOKENS = "psc-jetons";

    static PscLink of(Site site) {
        Participants participants = site.plan().declared().participants();
        return participants
                .psc()
                .map(psc -> elsewhere(
                        site, psc.url(), URI.create(participants.pscIssuer().orElseThrow())))
                .orElseGet(() -> started(site));
    }

    private static PscLink elsewhere(Site site, URI discovery, URI issuer) {
        site.listening().add(Participant.PSC, discovery);
        return new PscLink(discovery, issuer, Optional.empty());
    }

    private static PscLink started(Site site) {
        Chain.Surround around = site.around();
        ProSanteConnectSim sim = site.closing(new ProSanteConnectSim(
                site.tls().server(Participant.PSC, false),
                PscSettings.from(site.plan().simulated(), Client.ofCertificate(AuthorizationLink.CLIENT, "PSC"))
                        .notifying(site.tls().roots()),
                around.folder().signingKeys(TOKENS),
                around.journal(),
                around.state(),
                around.clock(),
                around.random(),
                site.runtime()));
        site.starting(Participant.PSC, sim::start);
        site.listens(Participant.PSC, sim.discovery(), sim.faults());
        return new PscLink(sim.discovery(), sim.issuer(), Optional.of(sim));
    }

    /** Where the authorization servers learn that a session ended; another PSC has this in its own registrations. */
    void tellLogouts(Site site, List<URI> uris) {
        simulated.ifPresent(sim ->
                sim.tellLogouts(AuthorizationLink.CLIENT, uris, site.tls().service(CLIENT)));
    }
}
