package fr.accroche.scenarios.chain;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Participants.External;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the vendor brings to a chain, read: certificates in the place of those that accroche issues, and how its own servers
 * are met.
 *
 * @param clients what the proxy presents, by client_id
 * @param seals what signs the VIHFs of the LPS, by client_id
 * @param peers by the path of the participant in the declaration
 */
public record OwnMaterial(Map<String, Brought> clients, Map<String, Brought> seals, Map<String, Peer> peers) {

    /** Everything is accroche's. */
    public static final OwnMaterial NONE = new OwnMaterial(Map.of(), Map.of(), Map.of());

    private static final Peer UNKNOWN = new Peer(List.of(), Optional.empty());

    public OwnMaterial {
        clients = Map.copyOf(clients);
        seals = Map.copyOf(seals);
        peers = Map.copyOf(peers);
    }

    /**
     * A certificate with its key.
     *
     * @param held what is presented and proved
     * @param file where it was, as declared
     */
    public record Brought(HeldCertificate held, String file) {
        public Brought {
            Objects.requireNonNull(held, "held");
            Objects.requireNonNull(file, "file");
        }
    }

    /**
     * How accroche and a server of the vendor's know each other.
     *
     * @param trust the authorities that issued its certificate, beside accroche's
     * @param certificate what accroche's servers present to it; empty for their own
     */
    public record Peer(List<X509Certificate> trust, Optional<HeldCertificate> certificate) {
        public Peer {
            trust = List.copyOf(trust);
            Objects.requireNonNull(certificate, "certificate");
        }
    }

    /** What is known of a participant; of one that is simulated, nothing. */
    public Peer peer(Optional<? extends External> participant) {
        return participant.map(External::path).map(peers::get).orElse(UNKNOWN);
    }

    Optional<HeldCertificate> client(Operation operation) {
        return held(clients, operation);
    }

    Optional<HeldCertificate> seal(Operation operation) {
        return held(seals, operation);
    }

    private static Optional<HeldCertificate> held(Map<String, Brought> brought, Operation operation) {
        return Optional.ofNullable(brought.get(operation.clientId().value())).map(Brought::held);
    }

    /** The files that client certificates come from, by what is presented. */
    Map<X509Certificate, String> files() {
        Map<X509Certificate, String> files = new HashMap<>();
        clients.values().forEach(brought -> files.put(brought.held().certificate(), brought.file()));
        return files;
    }
}
