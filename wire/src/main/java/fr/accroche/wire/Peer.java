package fr.accroche.wire;

import fr.accroche.certs.Judgement;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The other end of a connection, as the server saw it.
 *
 * @param address its address
 * @param certificates what it presented, leaf first; empty if nothing
 * @param judgement what is wrong with that; empty where the server asks for no certificate, and in a handshake that
 *     failed before it came to one
 * @param negotiated what the handshake agreed on; empty in one that failed for another reason than this
 */
public record Peer(
        InetSocketAddress address,
        List<X509Certificate> certificates,
        Optional<Judgement> judgement,
        Optional<Negotiated> negotiated) {
    public Peer {
        certificates = List.copyOf(certificates);
        Objects.requireNonNull(negotiated, "negotiated");
    }

    /** The leaf that it presented. */
    public Optional<X509Certificate> certificate() {
        return certificates.stream().findFirst();
    }
}
