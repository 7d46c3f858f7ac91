package fr.accroche.wire;

import fr.accroche.certs.Judgement;
import fr.accroche.certs.SubjectName;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The other end of a connection, as the server saw it. One for all requests of a connection: its name is read once. */
public final class Peer {

    private final InetSocketAddress address;
    private final List<X509Certificate> certificates;
    private final Optional<Judgement> judgement;
    private final Optional<Negotiated> negotiated;
    private final Optional<SubjectName> subject;

    /**
     * @param address its address
     * @param certificates what it presented, leaf first; empty if nothing
     * @param judgement what is wrong with that; empty where the server asks for no certificate, and in a handshake that
     *     failed before it came to one
     * @param negotiated what the handshake agreed on; empty in one that failed for another reason than this
     */
    public Peer(
            InetSocketAddress address,
            List<X509Certificate> certificates,
            Optional<Judgement> judgement,
            Optional<Negotiated> negotiated) {
        this.address = address;
        this.certificates = List.copyOf(certificates);
        this.judgement = judgement;
        this.negotiated = Objects.requireNonNull(negotiated, "negotiated");
        this.subject = certificate().flatMap(leaf -> SubjectName.read(leaf.getSubjectX500Principal()));
    }

    public InetSocketAddress address() {
        return address;
    }

    /** What it presented, leaf first; empty if nothing. */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /** What is wrong with that; empty where it was not judged. */
    public Optional<Judgement> judgement() {
        return judgement;
    }

    /** What the handshake agreed on, if it came that far. */
    public Optional<Negotiated> negotiated() {
        return negotiated;
    }

    /** The leaf that it presented. */
    public Optional<X509Certificate> certificate() {
        return certificates.stream().findFirst();
    }

    /** The subject of that leaf; empty also when its encoding is no name. */
    public Optional<SubjectName> subject() {
        return subject;
    }
}
