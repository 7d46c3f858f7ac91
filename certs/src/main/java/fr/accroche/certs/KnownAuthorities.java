package fr.accroche.certs;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The authorities that a judge knows. A root is known by its name and its key (RFC 5280 §6.1.1 (d)), never by
 * its name alone (RFC 8705 §7.4).
 *
 * @param certificates per branch, intermediates and roots; the first root is the one that defects name
 */
record KnownAuthorities(Map<Branch, List<X509Certificate>> certificates) {
    KnownAuthorities {
        certificates = Map.copyOf(certificates);
    }

    X509Certificate root(Branch branch) {
        return roots(branch).get(0);
    }

    private List<X509Certificate> roots(Branch branch) {
        return certificates.get(branch).stream()
                .filter(each -> each.getSubjectX500Principal().equals(each.getIssuerX500Principal()))
                .toList();
    }

    List<X509Certificate> all() {
        return certificates.values().stream().flatMap(List::stream).toList();
    }

    Optional<Branch> branchOfRoot(X509Certificate certificate) {
        return certificates.keySet().stream()
                .filter(branch -> roots(branch).stream().anyMatch(root -> isRoot(certificate, root)))
                .findFirst();
    }

    private static boolean isRoot(X509Certificate certificate, X509Certificate root) {
        return certificate.getSubjectX500Principal().equals(root.getSubjectX500Principal())
                && Arrays.equals(
                        certificate.getPublicKey().getEncoded(),
                        root.getPublicKey().getEncoded());
    }
}
