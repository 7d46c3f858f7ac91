package fr.accroche.scenarios.chain;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.declaration.Participants.External;
import fr.accroche.wire.ClientSettings;
import java.time.Clock;
import java.util.Optional;

/**
 * How the links of a chain call the servers of the vendor's: what they present, and whom they believe. As in the chain itself,
 * before any of it is started.
 */
public final class Callers {

    private final Participants participants;
    private final Certificates certificates;
    private final ChainTls tls;

    public Callers(WorkFolder folder, ChainPlan plan, Clock clock) {
        this.participants = plan.declared().participants();
        this.certificates = new Certificates(folder, plan, Ports.LOCAL, clock);
        this.tls = new ChainTls(plan.settings(), folder, Ports.FREE, certificates);
    }

    /** Who shows nothing. */
    public ClientSettings bare(Optional<? extends External> called) {
        return tls.toward(called);
    }

    /** The proxy, for a client_id. */
    public ClientSettings proxy(Operation operation, Optional<? extends External> called) {
        return tls.toward(called).presenting(certificates.client(operation));
    }

    /** The authorization server, as it calls the API Credential. */
    public ClientSettings authorizationServer() {
        return tls.service(AuthorizationLink.CLIENT, participants.credentialApi());
    }
}
