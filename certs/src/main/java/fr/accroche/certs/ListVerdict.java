package fr.accroche.certs;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What lists tell of one certificate, once they are checked themselves (RFC 5280 §6.3.3): issuer's name, its right to sign
 * lists (RFC 10007), signature, extensions, dates.
 */
record ListVerdict(X509Certificate certificate, X509Certificate issuer, RevocationEvidence.Lists found, Instant now) {

    List<Defect> defects() {
        List<X509CRL> named = found.lists().stream()
                .filter(list -> list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()))
                .toList();
        if (named.isEmpty()) {
            return List.of(missing());
        }
        if (issuer.getKeyUsage() != null && !KeyUsages.of(issuer).contains("cRLSign")) {
            return List.of(untrusted(
                    Wording.verbatim("cRLSign"),
                    Wording.of(
                            "%s : %s",
                            "%s: %s", String.join(", ", KeyUsages.of(issuer)), CertificateText.certificate(issuer))));
        }
        Optional<X509CRL> list = named.stream()
                .filter(each -> verifies(each, issuer.getPublicKey()))
                .max(Comparator.comparing(X509CRL::getThisUpdate));
        return list.map(this::of)
                .orElseGet(() -> List.of(untrusted(
                        Wording.of("une liste signée par %s", "a list signed by %s", CertificateText.withKey(issuer)),
                        Wording.of("une autre signature%s", "another signature%s", where()))));
    }

    private List<Defect> of(X509CRL list) {
        Set<String> critical = list.getCriticalExtensionOIDs();
        if (critical != null && !critical.isEmpty()) {
            return List.of(untrusted(
                    Wording.of(
                            "une liste entière, sans extension critique", "a whole list, without critical extension"),
                    Wording.of(
                            "critique : %s : %s",
                            "critical: %s: %s",
                            CertificateText.clean(Oids.named(new TreeSet<>(critical))),
                            named(list))));
        }
        List<Defect> defects = new ArrayList<>();
        X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
        if (entry != null) {
            defects.add(new Defect(
                    DefectCode.REVOKED,
                    Wording.of("absent de la %s", "not in the %s", named(list)),
                    Wording.of(
                            "révoqué le %s : %s",
                            "revoked on %s: %s",
                            entry.getRevocationDate().toInstant(),
                            CertificateText.certificate(certificate))));
        }
        dates(list).ifPresent(defects::add);
        return defects;
    }

    private Optional<Defect> dates(X509CRL list) {
        Instant thisUpdate = list.getThisUpdate().toInstant();
        Optional<Instant> nextUpdate = Optional.ofNullable(list.getNextUpdate()).map(Date::toInstant);
        if (thisUpdate.isAfter(now)) {
            return Optional.of(outdated("thisUpdate <= " + now, "thisUpdate = " + thisUpdate, list));
        }
        return nextUpdate
                .filter(now::isAfter)
                .map(next -> outdated("nextUpdate >= " + now, "nextUpdate = " + next, list));
    }

    private Defect missing() {
        String others = found.lists().stream()
                .map(list -> CertificateText.name(list.getIssuerX500Principal()))
                .distinct()
                .limit(4)
                .collect(Collectors.joining("; "));
        return new Defect(
                DefectCode.REVOCATION_UNKNOWN,
                Wording.of(
                        "une liste de révocation de %s",
                        "a list of revoked certificates of %s", CertificateText.name(issuer.getSubjectX500Principal())),
                Wording.of(
                        "%s%s : %s",
                        "%s%s: %s",
                        others.isEmpty()
                                ? Wording.of("aucune", "none")
                                : Wording.of("seulement de %s", "only of %s", others),
                        where(),
                        CertificateText.certificate(certificate)));
    }

    private Defect outdated(String expected, String observed, X509CRL list) {
        return new Defect(
                DefectCode.REVOCATION_OUTDATED,
                Wording.verbatim(expected),
                Wording.of("%s : %s", "%s: %s", observed, named(list)));
    }

    private static Defect untrusted(Wording expected, Wording observed) {
        return new Defect(DefectCode.REVOCATION_UNTRUSTED, expected, observed);
    }

    private Wording named(X509CRL list) {
        return Wording.of(
                "liste de révocation de %s, faite le %s%s",
                "list of revoked certificates of %s, made on %s%s",
                CertificateText.name(list.getIssuerX500Principal()),
                list.getThisUpdate().toInstant(),
                where());
    }

    private String where() {
        return " (" + CertificateText.clean(found.where()) + ")";
    }

    private static boolean verifies(X509CRL list, PublicKey key) {
        try {
            list.verify(key);
            return true;
        } catch (GeneralSecurityException | RuntimeException wrongOrOdd) {
            return false;
        }
    }
}
