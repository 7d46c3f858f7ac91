package fr.accroche.certs.file;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/** Certificates, each one followed by the one whose name and key signed it. */
final class Chains {
    private static final int LONGEST = 10;

    private Chains() {}

    /** From this certificate on, as far as these go. */
    static List<X509Certificate> from(X509Certificate leaf, List<X509Certificate> pool) {
        return from(leaf, bySubject(pool));
    }

    /** All of them, each one in at least one chain; those that issued none of the others begin one. */
    static List<List<X509Certificate>> of(List<X509Certificate> certificates) {
        Map<X500Principal, List<X509Certificate>> bySubject = bySubject(certificates);
        Map<X500Principal, Long> issuers = certificates.stream()
                .filter(one -> !one.getIssuerX500Principal().equals(one.getSubjectX500Principal()))
                .collect(Collectors.groupingBy(X509Certificate::getIssuerX500Principal, Collectors.counting()));
        Set<X509Certificate> placed = new LinkedHashSet<>();
        List<List<X509Certificate>> chains = new ArrayList<>();
        Stream.concat(
                        certificates.stream().filter(one -> !issuers.containsKey(one.getSubjectX500Principal())),
                        certificates.stream().filter(one -> issuers.containsKey(one.getSubjectX500Principal())))
                .forEach(first -> {
                    if (!placed.contains(first)) {
                        List<X509Certificate> chain = from(first, bySubject);
                        placed.addAll(chain);
                        chains.add(chain);
                    }
                });
        return chains;
    }

    private static List<X509Certificate> from(
            X509Certificate leaf, Map<X500Principal, List<X509Certificate>> bySubject) {
        Set<X509Certificate> chain = new LinkedHashSet<>(Set.of(leaf));
        X509Certificate last = leaf;
        while (last != null && chain.size() < LONGEST) {
            X509Certificate signed = last;
            last = bySubject.getOrDefault(signed.getIssuerX500Principal(), List.of()).stream()
                    .limit(LONGEST)
                    .filter(issuer -> !chain.contains(issuer) && issued(issuer, signed))
                    .findFirst()
                    .orElse(null);
            if (last != null) {
                chain.add(last);
            }
        }
        return List.copyOf(chain);
    }

    private static boolean issued(X509Certificate issuer, X509Certificate signed) {
        try {
            signed.verify(issuer.getPublicKey());
            return true;
        } catch (Exception otherKeyOrUnknownAlgorithm) {
            return false;
        }
    }

    private static Map<X500Principal, List<X509Certificate>> bySubject(List<X509Certificate> pool) {
        Map<X500Principal, List<X509Certificate>> bySubject = new HashMap<>();
        pool.forEach(one -> bySubject
                .computeIfAbsent(one.getSubjectX500Principal(), name -> new ArrayList<>())
                .add(one));
        return bySubject;
    }
}
