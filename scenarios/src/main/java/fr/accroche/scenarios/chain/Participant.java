package fr.accroche.scenarios.chain;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.declaration.Teleservice;
import java.util.EnumSet;
import java.util.Set;

/** A server of the chain. Ports are given in this order, from the base of the block. */
public enum Participant {
    PSC("psc"),
    API_PSC("api-psc"),
    CREDENTIAL_API("credential-api"),
    DMP("dmp"),
    INSI("insi"),
    ON("on"),
    CONFORMITE("conformite"),
    PROXY("proxy"),
    /** What the IGC-Santé publishes: no link of the chain, last so that the ports of the links stay where they are. */
    IGC("igc");

    private final String label;

    Participant(String label) {
        this.label = label;
    }

    /** As in hops, errors and thread names. */
    public String label() {
        return label;
    }

    /** Those that a chain starts for a declaration: of the téléservices, the ones that it names; none that is the vendor's. */
    public static Set<Participant> of(Declaration declaration) {
        Set<Participant> started = EnumSet.of(PSC, API_PSC, CREDENTIAL_API, CONFORMITE, PROXY);
        declaration.teleservices().stream().map(Participant::of).forEach(started::add);
        Participants participants = declaration.participants();
        participants.psc().ifPresent(theirs -> started.remove(PSC));
        participants.credentialApi().ifPresent(theirs -> started.remove(CREDENTIAL_API));
        participants
                .teleservices()
                .ifPresent(theirs ->
                        theirs.urls().keySet().stream().map(Participant::of).forEach(started::remove));
        Set<Teleservice> called = EnumSet.of(Teleservice.CONFORMITE);
        called.addAll(declaration.teleservices());
        participants
                .authorizationServer()
                .filter(theirs -> theirs.urls().keySet().containsAll(called))
                .ifPresent(theirs -> started.remove(API_PSC));
        return started;
    }

    /** The one that plays a téléservice. */
    public static Participant of(Teleservice service) {
        return switch (service) {
            case DMP -> DMP;
            case INSI -> INSI;
            case ON -> ON;
            case MSSANTE -> throw new IllegalArgumentException("MSSanté is not simulated");
            case CONFORMITE -> CONFORMITE;
        };
    }
}
