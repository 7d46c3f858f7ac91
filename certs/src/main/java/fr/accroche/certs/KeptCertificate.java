package fr.accroche.certs;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * A chain that an earlier run left.
 *
 * @param chain as the file holds it
 * @param authorities those that would sign a new certificate
 */
record KeptCertificate(List<X509Certificate> chain, Authorities authorities) {
    private static final Duration SPARE = Duration.ofDays(1);

    /** Whether it can stand for a new certificate made to this order on this key. */
    boolean fits(Order order, ProfileShape shape, KeyPair key, Instant now) {
        try {
            return signedByCurrentAuthorities()
                    && RsaKeys.belong((RSAPrivateCrtKey) key.getPrivate(), leaf().getPublicKey())
                    && SubjectName.of(leaf().getSubjectX500Principal()).equals(SubjectName.of(order.subject(shape)))
                    && hasProfile(shape)
                    && AlternativeNames.held(leaf()).equals(AlternativeNames.ordered(order.names()))
                    && lasts(order, now);
        } catch (CertificateParsingException | IllegalArgumentException odd) {
            return false;
        }
    }

    private X509Certificate leaf() {
        return chain.get(0);
    }

    private boolean signedByCurrentAuthorities() {
        if (!chain.subList(1, chain.size()).equals(authorities.intermediate().chain())) {
            return false;
        }
        try {
            leaf().verify(authorities.intermediateCertificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException notSigned) {
            return false;
        }
    }

    private boolean hasProfile(ProfileShape shape) throws CertificateParsingException {
        List<String> purposes = leaf().getExtendedKeyUsage();
        return KeyUsages.of(leaf()).equals(shape.keyUsage())
                && Set.copyOf(purposes == null ? List.of() : purposes).equals(Set.copyOf(shape.extendedKeyUsage()));
    }

    /** A certificate ordered with dates that are wrong now must not be replaced by a good one, nor the reverse. */
    private boolean lasts(Order order, Instant now) {
        Instant notBefore = leaf().getNotBefore().toInstant();
        Instant notAfter = leaf().getNotAfter().toInstant();
        boolean asOrdered = notBefore.equals(seconds(order.notBefore())) && notAfter.equals(seconds(order.notAfter()));
        return asOrdered || (good(notBefore, notAfter, now) && good(order.notBefore(), order.notAfter(), now));
    }

    private static boolean good(Instant notBefore, Instant notAfter, Instant now) {
        return !now.isBefore(notBefore) && now.plus(SPARE).isBefore(notAfter);
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
