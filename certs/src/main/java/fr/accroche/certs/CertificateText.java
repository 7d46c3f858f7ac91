package fr.accroche.certs;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** How defects call certificates. What a peer wrote is bounded and holds no control character. */
final class CertificateText {
    private static final int LONGEST = 200;

    private CertificateText() {}

    /** For example {@code CN=alpha, serial 0x5f3a…}. */
    static String certificate(X509Certificate certificate) {
        return name(certificate.getSubjectX500Principal()) + ", serial 0x"
                + clean(certificate.getSerialNumber().toString(16));
    }

    /** For example {@code CN=alpha, key SHA-256 9c1e…}. */
    static String withKey(X509Certificate certificate) {
        return name(certificate.getSubjectX500Principal()) + ", key SHA-256 "
                + sha256(certificate.getPublicKey().getEncoded());
    }

    static String names(List<X509Certificate> chain) {
        return chain.stream()
                .map(certificate -> name(certificate.getSubjectX500Principal()))
                .collect(Collectors.joining(" < ", "[", "]"));
    }

    /** The CN alone, or the whole name when there is not exactly one. */
    static String name(X500Principal principal) {
        Optional<SubjectName> name = SubjectName.read(principal);
        return clean(name.flatMap(SubjectName::commonName)
                .map(commonName -> "CN=" + commonName)
                .or(() -> name.map(SubjectName::toString))
                .orElse("unreadable name"));
    }

    /** Text of a peer, cut at 200 characters, on one line. */
    static String clean(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return cut.replaceAll("[\\p{Cc}\\p{Cf}]", "�");
    }

    private static String sha256(byte[] encoded) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256", impossible);
        }
    }
}
