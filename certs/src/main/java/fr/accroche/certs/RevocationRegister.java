package fr.accroche.certs;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;

/**
 * What the test IGC-Santé has revoked, and what it publishes of it: signed lists and OCSP responses, sound unless told
 * otherwise. Where the authorities are kept in a folder, so is what they revoke; how they publish is not. For any thread.
 */
public final class RevocationRegister {
    /** RFC 5280 §4.1.2.2: 20 octets, positive. */
    private static final int SERIAL_BITS = 159;

    private static final int MOST = 10_000;

    private final Map<Branch, List<BranchRevocations>> branches;

    /** @param each what each pair of authorities of a branch has revoked; first the pair that signs */
    RevocationRegister(Function<Branch, List<BranchRevocations>> each) {
        this.branches = new EnumMap<>(Branch.class);
        for (Branch branch : Branch.values()) {
            branches.put(branch, each.apply(branch));
        }
    }

    /** As this one is now, and from then on apart: nothing of it is kept, and neither sees the other's changes. */
    public RevocationRegister apart() {
        return new RevocationRegister(branch ->
                branches.get(branch).stream().map(BranchRevocations::apart).toList());
    }

    /** Serial numbers, and since when. */
    public Map<BigInteger, Instant> revoked(Branch branch) {
        Map<BigInteger, Instant> revoked = new TreeMap<>();
        branches.get(branch)
                .forEach(pair -> pair.revoked()
                        .forEach((serial, since) ->
                                revoked.merge(serial, since, (one, other) -> one.isBefore(other) ? one : other)));
        return revoked;
    }

    /**
     * Revokes a certificate now, whichever authorities of the branch signed it; one that is revoked already stays so since
     * then.
     *
     * @throws IllegalArgumentException when no certificate has such a serial number, or too many are revoked
     */
    public void revoke(Branch branch, BigInteger serial) {
        BigInteger possible = serial(serial);
        if (revoked(branch).size() >= MOST) {
            throw new IllegalArgumentException("expected at most " + MOST + " revoked certificates in a branch");
        }
        branches.get(branch).forEach(pair -> pair.revoke(possible));
    }

    /** Makes a certificate good again, which no real authority does. */
    public void restore(Branch branch, BigInteger serial) {
        branches.get(branch).forEach(pair -> pair.restore(serial));
    }

    public OcspState ocsp(Branch branch) {
        return signing(branch).ocsp();
    }

    /** Sets what the responder does from now on. */
    public void set(Branch branch, OcspState state) {
        branches.get(branch).forEach(pair -> pair.ocsp(state));
    }

    public RevocationListState listState(Branch branch, IgcAuthority authority) {
        return signing(branch).listState(authority);
    }

    /** Sets which list is on line from now on. */
    public void set(Branch branch, IgcAuthority authority, RevocationListState state) {
        branches.get(branch).forEach(pair -> pair.listState(authority, state));
    }

    /** The list that an authority has on line, of those that sign; empty when it has none. */
    public Optional<X509CRL> list(Branch branch, IgcAuthority authority) {
        return signing(branch).list(authority);
    }

    /** The response to a request, in DER; empty when the responder of that branch keeps silent. */
    public Optional<byte[]> respond(OcspRequest request) {
        return branches.values().stream()
                .flatMap(List::stream)
                .filter(pair -> pair.concerns(request))
                .findFirst()
                .map(pair -> pair.respond(request))
                .orElseGet(() -> Optional.of(OcspMint.refusal(OCSPRespBuilder.UNAUTHORIZED)));
    }

    /** The response to what is no request. */
    public static byte[] malformedRequest() {
        return OcspMint.refusal(OCSPRespBuilder.MALFORMED_REQUEST);
    }

    /** The lists of a branch as a relying party gets them: for each certificate, the one that its issuer has on line. */
    public RevocationSource lists(Branch branch) {
        return (certificate, issuer) -> branches.get(branch).stream()
                .filter(pair -> pair.names(issuer))
                .findFirst()
                .orElseGet(() -> signing(branch))
                .lists(certificate);
    }

    private BranchRevocations signing(Branch branch) {
        return branches.get(branch).get(0);
    }

    /** The responder as a relying party asks it, about end entities only: certificates of authorities name none. */
    public RevocationSource responder(Branch branch) {
        return (certificate, issuer) -> certificate.getBasicConstraints() >= 0
                ? new RevocationEvidence.NotAsked()
                : new RevocationEvidence.Answer(
                        respond(new OcspRequest(
                                List.of(OcspMint.certificateId(certificate, issuer)), Optional.empty())),
                        IgcNames.of(branch).ocsp());
    }

    /**
     * That serial number, if a certificate may have it.
     *
     * @throws IllegalArgumentException when none may
     */
    public static BigInteger serial(BigInteger number) {
        if (number.signum() <= 0 || number.bitLength() > SERIAL_BITS) {
            throw new IllegalArgumentException("expected a positive serial number of at most 20 octets");
        }
        return number;
    }
}
