package fr.accroche.scenarios.chain;

import fr.accroche.certs.Order;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Which certificates the proxy holds for one client_id.
 *
 * @param source who signs them
 * @param order what a fault changes in the order, against the sound one
 * @param renewed whether the business requests show another certificate than the token exchange did
 */
public record CertificatePlan(Source source, UnaryOperator<Order> order, boolean renewed) {

    /** The right certificate. */
    public static final CertificatePlan SOUND = new CertificatePlan(Source.TEST_IGC, UnaryOperator.identity(), false);

    public CertificatePlan {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(order, "order");
    }

    /** Where a certificate comes from. */
    public enum Source {
        /** Our own test IGC-Santé. */
        TEST_IGC,
        /** An authority that nobody trusts. */
        UNKNOWN_AUTHORITY,
        /** There is none. */
        NONE
    }

    /** A wrong order to the right authority. */
    public static CertificatePlan ordered(UnaryOperator<Order> change) {
        return new CertificatePlan(Source.TEST_IGC, change, false);
    }
}
