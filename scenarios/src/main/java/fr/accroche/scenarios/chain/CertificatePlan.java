package fr.accroche.scenarios.chain;

import fr.accroche.certs.FaultyFiles;
import fr.accroche.certs.FileFault;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.TestIgc;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which certificates the proxy holds for one client_id.
 *
 * @param making how the certificate is made
 * @param renewed whether the business requests show another certificate than the token exchange did
 */
public record CertificatePlan(Making making, boolean renewed) {

    /** The right certificate. */
    public static final CertificatePlan SOUND = ordered(UnaryOperator.identity());

    /** None at all. */
    public static final CertificatePlan NONE = new CertificatePlan((igc, sound) -> Optional.empty(), false);

    public CertificatePlan {
        Objects.requireNonNull(making, "making");
    }

    /** Makes what is presented from the sound order; empty when nothing is. */
    public interface Making {
        Optional<HeldCertificate> of(TestIgc igc, Order sound);
    }

    /** A wrong order to the right authority. */
    public static CertificatePlan ordered(UnaryOperator<Order> change) {
        return new CertificatePlan((igc, sound) -> Optional.of(igc.issue(change.apply(sound))), false);
    }

    /** What no authority delivers. */
    public static CertificatePlan faulty(FileFault fault) {
        return new CertificatePlan((igc, sound) -> new FaultyFiles(igc).presented(fault, sound), false);
    }

    /** The same, shown after the token was exchanged with the sound one. */
    public CertificatePlan afterExchange() {
        return new CertificatePlan(making, true);
    }
}
