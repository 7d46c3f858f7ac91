package fr.accroche.authserver;

import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Peer;
import fr.accroche.wire.ServerSettings;
import java.time.Clock;
import java.time.Instant;

/** How these servers listen: small bodies, and a hop for each handshake that fails. */
public final class Listener {

    /** Largest request body: an exchange with every parameter takes less than eight kilobytes. */
    private static final int LARGEST_BODY = 64 * 1024;

    private Listener() {}

    /** The same settings with bodies of at most 64 KiB. */
    public static ServerSettings limited(ServerSettings asked) {
        Limits limits = asked.limits();
        return new ServerSettings(
                asked.name(),
                asked.address(),
                asked.identity(),
                asked.clients(),
                new Limits(
                        Math.min(limits.bodyBytes(), LARGEST_BODY),
                        limits.headBytes(),
                        limits.connections(),
                        limits.handshake(),
                        limits.request(),
                        limits.idle()));
    }

    /** Records failed handshakes, with what the peer presented if it came that far. */
    public static ConnectionObserver recording(String server, Journal journal, Clock clock) {
        return new ConnectionObserver() {
            @Override
            public void handshakeFailed(Peer peer, String cause, Instant at) {
                HopNotes notes = HopNotes.open(clock, Stage.HANDSHAKE_FAILED, server, "TLS");
                if (peer.judgement().isPresent()) {
                    notes.client(CertificateGuard.client(peer));
                    CertificateGuard.breaches(peer).forEach(notes::breach);
                }
                journal.record(notes.refused(0, cause));
            }
        };
    }
}
