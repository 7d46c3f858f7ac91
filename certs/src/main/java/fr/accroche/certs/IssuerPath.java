package fr.accroche.certs;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way from a leaf up to a known root, or as far as it goes (RFC 5280 §6.1). It goes on past a wrong signature, so that
 * what is above can be judged too.
 *
 * @param certificates leaf first, then its issuers
 * @param branch of the root that it ends at; empty when no known root is reached
 * @param defects wrong signatures, unknown authority, missing issuers
 */
record IssuerPath(List<X509Certificate> certificates, Optional<Branch> branch, List<Defect> defects) {

    /** Enough for any honest chain; a client may show more ways than can be walked. */
    private static final int MOST = 32;

    /**
     * Every way up: an authority can be certified by two others, or twice by the same.
     *
     * @param presented leaf first, then any certificates in any order
     * @param known completes what was not presented
     * @param expected the branch whose root should be reached
     * @return one at least
     */
    static List<IssuerPath> all(List<X509Certificate> presented, KnownAuthorities known, Branch expected) {
        return new Walk(presented, known, expected).walk();
    }

    private static final class Walk {
        private final List<X509Certificate> presented;
        private final KnownAuthorities known;
        private final Branch expected;
        private final List<X509Certificate> candidates;
        private final Map<X509Certificate, List<X509Certificate>> signers = new HashMap<>();
        private final Map<X509Certificate, Boolean> selfSignedOnes = new HashMap<>();
        private final List<X509Certificate> path = new ArrayList<>();
        private final List<Defect> wrong = new ArrayList<>();
        private final List<IssuerPath> found = new ArrayList<>();

        Walk(List<X509Certificate> presented, KnownAuthorities known, Branch expected) {
            this.presented = presented;
            this.known = known;
            this.expected = expected;
            this.candidates = Stream.concat(presented.stream(), known.all().stream())
                    .distinct()
                    .toList();
        }

        List<IssuerPath> walk() {
            climb(presented.get(0));
            return found;
        }

        /** Ends: a certificate is never taken twice on a way, there are few, and ways are counted. */
        private void climb(X509Certificate current) {
            boolean selfSigned = selfSignedOnes.computeIfAbsent(current, IssuerPath::isSelfSigned);
            Optional<Branch> anchor = path.isEmpty() && !selfSigned ? Optional.empty() : known.branchOfRoot(current);
            path.add(current);
            List<X509Certificate> namesakes = anchor.isPresent() || selfSigned ? List.of() : above(candidates, current);
            if (namesakes.isEmpty()) {
                found.add(ended(anchor, selfSigned));
            } else {
                climbAbove(current, namesakes);
            }
            path.remove(path.size() - 1);
        }

        private void climbAbove(X509Certificate current, List<X509Certificate> namesakes) {
            List<X509Certificate> issuers = above(signers.computeIfAbsent(current, this::signersOf), current);
            if (issuers.isEmpty()) {
                wrong.add(badSignature(current, namesakes.get(0)));
                climb(namesakes.get(0));
                wrong.remove(wrong.size() - 1);
            }
            for (X509Certificate issuer : issuers) {
                if (found.size() < MOST) {
                    climb(issuer);
                }
            }
        }

        private List<X509Certificate> above(List<X509Certificate> some, X509Certificate current) {
            return some.stream()
                    .filter(candidate -> !path.contains(candidate) && mayIssue(candidate, current))
                    .toList();
        }

        private List<X509Certificate> signersOf(X509Certificate subject) {
            return candidates.stream()
                    .filter(candidate -> mayIssue(candidate, subject) && verifies(subject, candidate.getPublicKey()))
                    .toList();
        }

        private IssuerPath ended(Optional<Branch> anchor, boolean selfSigned) {
            List<Defect> defects = new ArrayList<>(wrong);
            if (anchor.isEmpty()) {
                defects.add(untrusted(path.get(path.size() - 1), selfSigned));
            }
            missing(anchor.isPresent()).ifPresent(missing -> defects.add(0, missing));
            return new IssuerPath(List.copyOf(path), anchor, List.copyOf(defects));
        }

        private Optional<Defect> missing(boolean complete) {
            List<X509Certificate> needed = complete ? path.subList(0, path.size() - 1) : path;
            if (presented.containsAll(needed)) {
                return Optional.empty();
            }
            return Optional.of(new Defect(
                    DefectCode.INCOMPLETE_CHAIN, CertificateText.names(needed), CertificateText.names(presented)));
        }

        private Defect untrusted(X509Certificate top, boolean selfSigned) {
            Wording observed = selfSigned
                    ? Wording.verbatim(CertificateText.withKey(top))
                    : Wording.of(
                            "%s (émetteur de %s)",
                            "%s (issuer of %s)",
                            CertificateText.name(top.getIssuerX500Principal())
                                    + keyIdentifier(top, Oids.AUTHORITY_KEY_IDENTIFIER)
                                            .map(identifier ->
                                                    ", authorityKeyIdentifier " + CertificateText.clean(identifier))
                                            .orElse(""),
                            CertificateText.certificate(top));
            return new Defect(
                    DefectCode.UNTRUSTED_AUTHORITY,
                    Wording.verbatim(CertificateText.withKey(known.root(expected))),
                    observed);
        }
    }

    private static Defect badSignature(X509Certificate subject, X509Certificate issuer) {
        return new Defect(
                DefectCode.BAD_SIGNATURE,
                Wording.of("une signature faite par %s", "a signature made by %s", CertificateText.withKey(issuer)),
                Wording.of(
                        "une autre signature sur %s", "another signature on %s", CertificateText.certificate(subject)));
    }

    /** Same name and, where both say it, same key identifier: a namesake with another key is no issuer. */
    private static boolean mayIssue(X509Certificate issuer, X509Certificate subject) {
        if (!issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal())) {
            return false;
        }
        Optional<String> asked = keyIdentifier(subject, Oids.AUTHORITY_KEY_IDENTIFIER);
        Optional<String> held = keyIdentifier(issuer, Oids.SUBJECT_KEY_IDENTIFIER);
        return asked.isEmpty() || held.isEmpty() || asked.equals(held);
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                && verifies(certificate, certificate.getPublicKey());
    }

    private static boolean verifies(X509Certificate certificate, PublicKey key) {
        try {
            certificate.verify(key);
            return true;
        } catch (GeneralSecurityException | RuntimeException wrongOrOdd) {
            return false;
        }
    }

    private static Optional<String> keyIdentifier(X509Certificate certificate, String extension) {
        Optional<Der.Element> value = Der.extension(certificate.getExtensionValue(extension));
        try {
            Optional<byte[]> octets = extension.equals(Oids.SUBJECT_KEY_IDENTIFIER)
                    ? value.map(element -> element.contentOf(Der.OCTET_STRING))
                    : value.flatMap(element -> element.inside(Der.SEQUENCE).stream()
                            .filter(part -> part.tag() == Der.FIRST_CONTEXT)
                            .map(Der.Element::content)
                            .findFirst());
            return octets.map(HexFormat.of()::formatHex);
        } catch (IllegalArgumentException notDer) {
            return Optional.empty();
        }
    }
}
