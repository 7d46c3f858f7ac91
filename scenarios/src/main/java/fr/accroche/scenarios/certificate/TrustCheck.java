package fr.accroche.scenarios.certificate;

import fr.accroche.certs.Branch;
import fr.accroche.certs.SubjectName;
import fr.accroche.certs.TestIgc;
import fr.accroche.certs.file.Entry;
import fr.accroche.certs.file.FileContent;
import fr.accroche.certs.file.FileKind;
import fr.accroche.compliance.text.Text;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a program that trusts what is in a file would accept the servers of the chain.
 *
 * @param content what the file holds
 * @param branch of those servers
 * @param igc what signs them
 * @param clock what the roots' dates are read by
 */
record TrustCheck(FileContent content, Branch branch, TestIgc igc, Clock clock) {

    private static final Text MARKED = Text.of(
            "une marque de confiance que Java lit (keytool -importcert)",
            "a mark of trust that Java reads (keytool -importcert)");
    private static final Text UNMARKED = Text.of(
            "des certificats sans cette marque : Java voit un magasin vide",
            "certificates without that mark: Java sees an empty store");
    private static final Text ROOT = Text.of("la racine {0}", "the root {0}");
    private static final Text VALID = Text.of("une racine valable aujourd'hui", "a root that is valid today");
    private static final Text UNTIL = Text.of("valable du {0} au {1}", "valid from {0} to {1}");

    List<CertificateFinding> findings() {
        List<CertificateFinding> findings = new ArrayList<>();
        List<X509Certificate> certificates = content.certificates();
        if (certificates.isEmpty()) {
            return findings;
        }
        if (content.kind() == FileKind.PKCS12 && content.entries().stream().noneMatch(TrustCheck::trusted)) {
            findings.add(CertificateFinding.fail("F17", content.file(), MARKED, UNMARKED));
        }
        List<X509Certificate> roots = igc.roots(branch);
        List<X509Certificate> held = certificates.stream()
                .filter(one -> roots.stream().anyMatch(root -> sameKey(one, root)))
                .toList();
        if (held.isEmpty()) {
            boolean below = certificates.stream().anyMatch(one -> roots.stream().anyMatch(root -> signedBy(one, root)));
            findings.add(CertificateFinding.fail(
                    below ? "F15" : "F13",
                    content.file(),
                    ROOT.with(name(roots.get(0))),
                    Text.verbatim(names(certificates))));
        }
        held.stream().filter(one -> !validNow(one)).forEach(one -> findings.add(outOfDate(one)));
        return findings;
    }

    private CertificateFinding outOfDate(X509Certificate root) {
        Date now = Date.from(clock.instant());
        return CertificateFinding.fail(
                now.after(root.getNotAfter()) ? "F28" : "F29",
                content.file(),
                VALID,
                UNTIL.with(root.getNotBefore().toInstant(), root.getNotAfter().toInstant()));
    }

    private boolean validNow(X509Certificate certificate) {
        Date now = Date.from(clock.instant());
        return !now.before(certificate.getNotBefore()) && !now.after(certificate.getNotAfter());
    }

    private static boolean trusted(Entry entry) {
        return entry instanceof Entry.Certificates chain && chain.trusted();
    }

    /** By key: a namesake is another authority (RFC 8705 §7.4). */
    private static boolean sameKey(X509Certificate one, X509Certificate other) {
        return Arrays.equals(
                one.getPublicKey().getEncoded(), other.getPublicKey().getEncoded());
    }

    private static boolean signedBy(X509Certificate one, X509Certificate root) {
        try {
            one.verify(root.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException otherKey) {
            return false;
        }
    }

    private static String names(List<X509Certificate> certificates) {
        return certificates.stream().limit(5).map(TrustCheck::name).collect(Collectors.joining(" ; "));
    }

    private static String name(X509Certificate certificate) {
        return SubjectName.shown(certificate.getSubjectX500Principal());
    }
}
