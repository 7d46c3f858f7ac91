package fr.accroche.certs;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Whether and how a judge looks revocation up.
 *
 * @param source what is published
 * @param refusesUnavailable whether a certificate is refused of which nothing, or nothing recent, is known. Real servers
 *     refuse; the public guide of a national service tolerates a switch that accepts, for the time that lists cannot be
 *     refreshed (docs/sources.md, SAS)
 */
public record RevocationCheck(RevocationSource source, boolean refusesUnavailable) {

    /** Looks nothing up. */
    public static final RevocationCheck NONE =
            new RevocationCheck((certificate, issuer) -> new RevocationEvidence.NotAsked(), true);

    public RevocationCheck {
        Objects.requireNonNull(source, "source");
    }

    /** Refuses what is revoked, and what cannot be told. */
    public static RevocationCheck of(RevocationSource source) {
        return new RevocationCheck(source, true);
    }

    /** The same, refusing only what is known to be revoked, and what bears no signature of the issuer. */
    public RevocationCheck acceptingUnavailable() {
        return new RevocationCheck(source, false);
    }

    /** Of one certificate. The clock is read after the source: what was made for this very question is not of the future. */
    List<Defect> defects(X509Certificate certificate, X509Certificate issuer, Supplier<Instant> clock) {
        RevocationEvidence evidence = source.about(certificate, issuer);
        Instant now = clock.get();
        if (evidence instanceof RevocationEvidence.Lists lists) {
            return required(new ListVerdict(certificate, issuer, lists, now).defects());
        }
        if (evidence instanceof RevocationEvidence.Answer answer) {
            return required(new OcspVerdict(certificate, issuer, answer, now).defects());
        }
        return List.of();
    }

    private List<Defect> required(List<Defect> defects) {
        return defects.stream()
                .filter(defect -> refusesUnavailable || !unavailable(defect.code()))
                .toList();
    }

    private static boolean unavailable(DefectCode code) {
        return code == DefectCode.REVOCATION_UNKNOWN || code == DefectCode.REVOCATION_OUTDATED;
    }
}
