package fr.accroche.scenarios.chain;

import fr.accroche.certs.FaultyFiles;
import fr.accroche.certs.FileFault;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.RevocationRegister;
import fr.accroche.certs.TestIgc;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which certificates the proxy holds for one client_id.
 *
 * @param making how the certificate is made
 * @param renewed whether the business requests show another certificate than the token exchange did
 * @param revoked whether its authority has revoked it
 */
public record CertificatePlan(Making making, boolean renewed, boolean revoked) {

    /** The right certificate. */
    public static final CertificatePlan SOUND = ordered(UnaryOperator.identity());

    /** None at all. */
    public static final CertificatePlan NONE = new CertificatePlan((igc, sound) -> Optional.empty(), false, false);

    public CertificatePlan {
        Objects.requireNonNull(making, "making");
    }

    /** Makes what is presented from the sound order; empty when nothing is. */
    public interface Making {
        Optional<HeldCertificate> of(TestIgc igc, Order sound);
    }

    /** What the chain's authorities have revoked. What a fault revokes is not kept, and revoked for no other chain. */
    RevocationRegister revocations(TestIgc igc) {
        return revoked ? igc.revocations().apart() : igc.revocations();
    }

    /** A wrong order to the right authority. */
    public static CertificatePlan ordered(UnaryOperator<Order> change) {
        return new CertificatePlan((igc, sound) -> Optional.of(igc.issue(change.apply(sound))), false, false);
    }

    /** What no authority delivers. */
    public static CertificatePlan faulty(FileFault fault) {
        return new CertificatePlan((igc, sound) -> new FaultyFiles(igc).presented(fault, sound), false, false);
    }

    /** The same, shown after the token was exchanged with the sound one. */
    public CertificatePlan afterExchange() {
        return new CertificatePlan(making, true, revoked);
    }

    /** The same, revoked. */
    public CertificatePlan afterRevocation() {
        return new CertificatePlan(making, renewed, true);
    }
}
