package fr.accroche.wire;

import fr.accroche.certs.CertificateJudge;
import fr.accroche.certs.Judgement;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;

/** What the client of one connection presented, judged once. */
final class Presentation {

    private final Optional<SSLEngine> engine;
    private final InetSocketAddress address;
    private final Optional<CertificateJudge> judge;
    private List<X509Certificate> chain = List.of();
    private Optional<Judgement> judgement = Optional.empty();
    private Optional<Negotiated> negotiated = Optional.empty();
    private Optional<Peer> settled = Optional.empty();
    private boolean sealed;

    /** @param judge empty where the server asks for no certificate */
    Presentation(SSLEngine engine, InetSocketAddress address, Optional<CertificateJudge> judge) {
        this(Optional.of(engine), address, judge);
    }

    private Presentation(Optional<SSLEngine> engine, InetSocketAddress address, Optional<CertificateJudge> judge) {
        this.engine = engine;
        this.address = address;
        this.judge = judge;
    }

    /** In plain HTTP nobody presents anything. */
    static Presentation plain(InetSocketAddress address) {
        return new Presentation(Optional.empty(), address, Optional.empty());
    }

    /** @return false, and nothing changed, if the handshake is over: a renegotiation cannot change who is there */
    synchronized boolean show(List<X509Certificate> presented) {
        if (sealed) {
            return false;
        }
        chain = List.copyOf(presented);
        return true;
    }

    /** The handshake ended well. */
    synchronized void seal() {
        sealed = true;
        negotiated = engine.map(SSLEngine::getSession)
                .map(session -> new Negotiated(session.getProtocol(), session.getCipherSuite()));
    }

    /** The handshake failed: the two ends have nothing in common. */
    synchronized void nothingInCommon(Negotiated lacking) {
        negotiated = Optional.of(lacking);
    }

    /** The peer with its judgement; having presented nothing is judged too. May take the judge's time. */
    synchronized Peer judged() {
        return settled.orElseGet(this::settle);
    }

    private Peer settle() {
        if (judgement.isEmpty()) {
            judgement = judge.map(each -> each.judge(chain));
        }
        Peer peer = new Peer(address, chain, judgement, negotiated);
        settled = Optional.of(peer).filter(same -> sealed); // before that, more may become known of it
        return peer;
    }

    /**
     * The peer of something that failed, be it the judge.
     *
     * @param asked whether it came to the certificate; if not, having presented nothing means nothing
     */
    synchronized Peer reported(boolean asked) {
        try {
            return asked || !chain.isEmpty() ? judged() : new Peer(address, chain, Optional.empty(), negotiated);
        } catch (RuntimeException brokenJudge) {
            return new Peer(address, chain, Optional.empty(), negotiated);
        }
    }
}
