package fr.accroche.wire.evidence;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Peer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Records the calls that no handler ever sees: they are hops too, with what the peer presented if it came that far.
 *
 * @param server the name of the listener
 * @param journal where the hops go
 */
public record JournalObserver(String server, Journal journal) implements ConnectionObserver {

    @Override
    public void handshakeFailed(Peer peer, String cause, Instant at) {
        journal.record(hop(peer, Stage.HANDSHAKE_FAILED, "TLS", 0, cause, at));
    }

    @Override
    public void requestRefused(Peer peer, int status, String cause, Instant at) {
        journal.record(hop(peer, Stage.REQUEST_REFUSED, "HTTP", status, cause, at));
    }

    private Hop hop(Peer peer, Stage stage, String call, int status, String cause, Instant at) {
        PeerEvidence evidence = PeerEvidence.of(peer);
        return new Hop(
                at,
                Duration.ZERO,
                stage,
                server,
                call,
                status,
                Optional.of(cause),
                evidence.client(),
                evidence.facts(),
                evidence.breaches());
    }
}
