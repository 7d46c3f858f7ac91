package fr.accroche.wire.evidence;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Peer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Records the connections that no handler ever sees.
 *
 * @param server the name of the listener
 * @param journal where the hops go
 */
public record JournalObserver(String server, Journal journal) implements ConnectionObserver {

    /** A failed handshake is a hop too, with what the peer presented if it came that far. */
    @Override
    public void handshakeFailed(Peer peer, String cause, Instant at) {
        PeerEvidence evidence = PeerEvidence.of(peer);
        journal.record(new Hop(
                at,
                Duration.ZERO,
                Stage.HANDSHAKE_FAILED,
                server,
                "TLS",
                0,
                Optional.of(cause),
                evidence.client(),
                Map.of(),
                evidence.breaches()));
    }
}
