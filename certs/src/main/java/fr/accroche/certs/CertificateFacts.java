package fr.accroche.certs;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A certificate in words: what it says of itself, whatever it is, judged against nothing.
 *
 * @param certificate the certificate
 * @param subject its name, as RFC 4514 writes it
 * @param identifier the OU as a structure's identifier; empty when it is none
 * @param issuer the name of who signed it
 * @param origin whose it seems to be
 * @param profile what it seems to be
 * @param extensions by object identifier
 */
public record CertificateFacts(
        X509Certificate certificate,
        String subject,
        Optional<StructureIdentifier> identifier,
        String issuer,
        Origin origin,
        LikelyProfile profile,
        List<ExtensionFacts> extensions) {

    public CertificateFacts {
        extensions = List.copyOf(extensions);
    }

    /** Of each certificate of a chain. */
    public static List<CertificateFacts> of(List<X509Certificate> chain) {
        List<CertificateFacts> facts = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            facts.add(first(chain.subList(i, chain.size())));
        }
        return facts;
    }

    private static CertificateFacts first(List<X509Certificate> chain) {
        X509Certificate certificate = chain.get(0);
        Optional<SubjectName> subject = SubjectName.read(certificate.getSubjectX500Principal());
        return new CertificateFacts(
                certificate,
                SubjectName.shown(certificate.getSubjectX500Principal()),
                subject.flatMap(SubjectName::organisationalUnit).flatMap(StructureIdentifier::read),
                SubjectName.shown(certificate.getIssuerX500Principal()),
                Origin.of(chain),
                LikelyProfile.of(certificate),
                extensions(certificate));
    }

    private static List<ExtensionFacts> extensions(X509Certificate certificate) {
        Set<String> critical = oids(certificate.getCriticalExtensionOIDs());
        return Stream.concat(critical.stream(), oids(certificate.getNonCriticalExtensionOIDs()).stream())
                .map(oid -> ExtensionFacts.of(certificate, oid, critical.contains(oid)))
                .toList();
    }

    private static Set<String> oids(Set<String> known) {
        return known == null ? Collections.emptySet() : new TreeSet<>(known);
    }

    /** The OU of an end entity that is no identifier. */
    public Optional<String> unreadIdentifier() {
        boolean authority = certificate.getBasicConstraints() >= 0;
        return identifier.isPresent() || authority
                ? Optional.empty()
                : SubjectName.read(certificate.getSubjectX500Principal())
                        .flatMap(SubjectName::organisationalUnit)
                        .map(CertificateText::clean);
    }

    public Instant from() {
        return certificate.getNotBefore().toInstant();
    }

    public Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    /** Whole days until it ends; less than nought when it has ended. */
    public long daysLeft(Clock clock) {
        return Math.floorDiv(
                Duration.between(clock.instant(), until()).getSeconds(),
                Duration.ofDays(1).getSeconds());
    }

    /** For example RSA 2048. */
    public String key() {
        return PublicKeys.algorithm(certificate.getPublicKey()) + " " + PublicKeys.bits(certificate.getPublicKey());
    }

    /** In hexadecimal, as OpenSSL prints it. */
    public String serial() {
        return CertificateText.clean(HexFormat.of()
                .withUpperCase()
                .formatHex(certificate.getSerialNumber().toByteArray()));
    }

    public String signatureAlgorithm() {
        return CertificateText.clean(certificate.getSigAlgName());
    }
}
