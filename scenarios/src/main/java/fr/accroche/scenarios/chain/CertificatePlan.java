package fr.accroche.scenarios.chain;

import fr.accroche.certs.FaultyFiles;
import fr.accroche.certs.FileFault;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.RevocationRegister;
import fr.accroche.certs.TestIgc;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which certificates the proxy holds for one client_id.
 *
 * @param orders what is wrong with its order, one after the other
 * @param special how it is made where no authority would; at most one way
 * @param renewed whether the business requests show another certificate than the token exchange did
 * @param revoked whether its authority has revoked it
 */
public record CertificatePlan(
        List<UnaryOperator<Order>> orders, List<Making> special, boolean renewed, boolean revoked) {

    /** The right certificate. */
    public static final CertificatePlan SOUND = new CertificatePlan(List.of(), List.of(), false, false);

    /** None at all. */
    public static final CertificatePlan NONE = special((igc, sound) -> Optional.empty());

    public CertificatePlan {
        orders = List.copyOf(orders);
        special = List.copyOf(special);
        if (special.size() > 1) {
            throw new IllegalArgumentException("one certificate cannot be made in two ways");
        }
        if (renewed && !(orders.isEmpty() && special.isEmpty())) {
            throw new IllegalArgumentException("the certificate of a renewal that goes unnoticed is sound");
        }
    }

    /** Makes what is presented from an order; empty when nothing is. */
    public interface Making {
        Optional<HeldCertificate> of(TestIgc igc, Order order);
    }

    /** What is presented; empty when nothing is. */
    Optional<HeldCertificate> made(TestIgc igc, Order sound) {
        Order order = sound;
        for (UnaryOperator<Order> change : orders) {
            order = change.apply(order);
        }
        return special.isEmpty()
                ? Optional.of(igc.issue(order))
                : special.get(0).of(igc, order);
    }

    /**
     * Both at once.
     *
     * @throws IllegalArgumentException if no certificate can have both
     */
    CertificatePlan and(CertificatePlan other) {
        return this == SOUND
                ? other
                : new CertificatePlan(
                        Stream.concat(orders.stream(), other.orders.stream()).toList(),
                        Stream.concat(special.stream(), other.special.stream()).toList(),
                        renewed || other.renewed,
                        revoked || other.revoked);
    }

    /** What the chain's authorities have revoked. What a fault revokes is not kept, and revoked for no other chain. */
    RevocationRegister revocations(TestIgc igc) {
        return revoked ? igc.revocations().apart() : igc.revocations();
    }

    /** A wrong order to the right authority. */
    public static CertificatePlan ordered(UnaryOperator<Order> change) {
        return new CertificatePlan(List.of(change), List.of(), false, false);
    }

    /** The right certificate, without those of its authorities. */
    public static CertificatePlan alone() {
        return special((igc, order) -> Optional.of(alone(igc.issue(order))));
    }

    private static HeldCertificate alone(HeldCertificate held) {
        return new HeldCertificate(held.key(), List.of(held.certificate()));
    }

    /** What no authority delivers. */
    public static CertificatePlan faulty(FileFault fault) {
        return special((igc, sound) -> new FaultyFiles(igc).presented(fault, sound));
    }

    private static CertificatePlan special(Making making) {
        return new CertificatePlan(List.of(), List.of(making), false, false);
    }

    /** The same, shown after the token was exchanged with the sound one. */
    public CertificatePlan afterExchange() {
        return new CertificatePlan(orders, special, true, revoked);
    }

    /** The same, revoked. */
    public CertificatePlan afterRevocation() {
        return new CertificatePlan(orders, special, renewed, true);
    }
}
