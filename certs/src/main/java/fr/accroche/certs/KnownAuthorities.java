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
 * @param certificates per branch, the intermediate then the root
 */
record KnownAuthorities(Map<Branch, List<X509Certificate>> certificates) {
    KnownAuthorities {
        certificates = Map.copyOf(certificates);
    }

    X509Certificate root(Branch branch) {
        List<X509Certificate> chain = certificates.get(branch);
        return chain.get(chain.size() - 1);
    }

    List<X509Certificate> all() {
        return certificates.values().stream().flatMap(List::stream).toList();
    }

    Optional<Branch> branchOfRoot(X509Certificate certificate) {
        return certificates.keySet().stream()
                .filter(branch -> isRoot(certificate, root(branch)))
                .findFirst();
    }

    private static boolean isRoot(X509Certificate certificate, X509Certificate root) {
        return certificate.getSubjectX500Principal().equals(root.getSubjectX500Principal())
                && Arrays.equals(
                        certificate.getPublicKey().getEncoded(),
                        root.getPublicKey().getEncoded());
    }
}
