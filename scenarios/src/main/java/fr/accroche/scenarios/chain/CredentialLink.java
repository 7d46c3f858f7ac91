package fr.accroche.scenarios.chain;

import fr.accroche.credential.CredentialApiSettings;
import fr.accroche.credential.CredentialApiSim;
import fr.accroche.credential.CredentialDefect;
import fr.accroche.credential.Register;
import java.net.URI;
import java.util.Set;

/**
 * The API Credential of a chain.
 *
 * @param endpoint where it answers
 */
record CredentialLink(URI endpoint) {

    static CredentialLink of(Site site) {
        return site.plan()
                .declared()
                .participants()
                .credentialApi()
                .map(server -> elsewhere(site, server.url()))
                .orElseGet(() -> started(site));
    }

    private static CredentialLink elsewhere(Site site, URI endpoint) {
        site.listening().add(Participant.CREDENTIAL_API, endpoint);
        return new CredentialLink(endpoint);
    }

    private static CredentialLink started(Site site) {
        ChainPlan plan = site.plan();
        CredentialApiSettings settings = CredentialApiSettings.calledBy(Set.of(AuthorizationLink.CLIENT))
                .withContract(plan.settings().credential())
                .withRealistic(plan.settings().realistic())
                .withDefects(plan.defects(CredentialDefect.class));
        CredentialApiSim sim = site.closing(new CredentialApiSim(
                site.tls().server(Participant.CREDENTIAL_API, true),
                settings,
                Register.from(plan.registered()),
                site.around().journal(),
                site.around().state(),
                site.around().clock(),
                site.runtime()));
        site.starting(Participant.CREDENTIAL_API, sim::start);
        site.listens(Participant.CREDENTIAL_API, sim.endpoint(), sim.faults());
        return new CredentialLink(sim.endpoint());
    }
}
