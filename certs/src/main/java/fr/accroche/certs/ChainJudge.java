package fr.accroche.certs;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges the whole chain, then the leaf against its profile. The JDK alone does the work. Of several ways to a root, the one
 * that has the fewest defects counts.
 */
final class ChainJudge implements CertificateJudge {
    /** Twice what any real chain needs; a longer one is cut. */
    private static final int LONGEST = 10;

    /** Extensions that this judge or TLS itself acts upon; any other one that is critical stops RFC 5280 §6.1. */
    private static final Set<String> UNDERSTOOD =
            Set.of("2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.30", "2.5.29.32", "2.5.29.37");

    /** Not acted upon, and RFC 5280 §4.2.1.11 wants it critical: it counts as such where it is not marked. */
    private static final String POLICY_CONSTRAINTS = "2.5.29.36";

    private final Clock clock;
    private final Profile expected;
    private final Branch branch;
    private final KnownAuthorities known;
    private final RevocationCheck revocation;

    ChainJudge(Clock clock, Profile expected, Branch branch, KnownAuthorities known, RevocationCheck revocation) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.expected = Objects.requireNonNull(expected, "expected");
        this.branch = Objects.requireNonNull(branch, "branch");
        this.known = Objects.requireNonNull(known, "known");
        this.revocation = Objects.requireNonNull(revocation, "revocation");
    }

    @Override
    public Judgement judge(List<X509Certificate> chain) {
        List<X509Certificate> presented =
                chain.stream().filter(Objects::nonNull).limit(LONGEST).toList();
        if (presented.isEmpty()) {
            return new Judgement(List.of(new Defect(
                    DefectCode.NOT_PRESENTED,
                    Wording.verbatim(expected + " (" + branch + ")"),
                    Wording.of("aucun", "none"))));
        }
        List<Defect> defects = new ArrayList<>();
        if (chain.size() > LONGEST) {
            defects.add(new Defect(DefectCode.CHAIN_TOO_LONG, "<= " + LONGEST, Integer.toString(chain.size())));
        }
        Origin.of(presented)
                .refusal()
                .map(reason -> new Defect(
                        DefectCode.REAL_PRODUCTION,
                        Wording.of("une autorité de l'IGC-Santé simulée", "an authority of the simulated IGC-Santé"),
                        reason))
                .ifPresent(defects::add);
        IssuerPath path = IssuerPath.all(presented, known, branch).stream()
                .min(Comparator.comparingInt(each -> defectsOf(each).size()))
                .orElseThrow();
        defects.addAll(defectsOf(path));
        checkRevocation(path, defects);
        new LeafCheck(expected, presented.get(0)).addTo(defects);
        return new Judgement(defects);
    }

    private List<Defect> defectsOf(IssuerPath path) {
        List<Defect> defects = new ArrayList<>(path.defects());
        wrongBranch(path).ifPresent(defects::add);
        checkIssuers(path.certificates(), defects);
        path.certificates().forEach(certificate -> checkDates(certificate, defects));
        path.certificates().forEach(certificate -> checkExtensions(certificate, defects));
        PermittedNames.check(path, defects);
        checkStrength(path, defects);
        return defects;
    }

    /** By the key of the root first; the private extension speaks only when no known root does, or none contradicts it. */
    private Optional<Defect> wrongBranch(IssuerPath path) {
        Optional<Branch> reached = path.branch();
        if (reached.isPresent() && reached.get() != branch) {
            return Optional.of(new Defect(
                    DefectCode.WRONG_BRANCH,
                    branch + ": " + CertificateText.withKey(known.root(branch)),
                    reached.get() + ": " + CertificateText.withKey(known.root(reached.get()))));
        }
        return productCategory(path.certificates().get(0))
                .filter(category -> (category & 0x80) != (IgcNames.of(branch).category() & 0x80))
                .map(category -> new Defect(
                        DefectCode.WRONG_BRANCH,
                        Oids.PRODUCT_CATEGORY
                                + " = 0x%02x".formatted(IgcNames.of(branch).category()),
                        Oids.PRODUCT_CATEGORY + " = 0x%02x".formatted(category)));
    }

    private static Optional<Byte> productCategory(X509Certificate leaf) {
        return Der.extension(leaf.getExtensionValue(Oids.PRODUCT_CATEGORY))
                .filter(value -> value.tag() == Der.OCTET_STRING && value.content().length == 1)
                .map(value -> value.content()[0]);
    }

    private static void checkIssuers(List<X509Certificate> path, List<Defect> defects) {
        int authoritiesBelow = 0;
        for (X509Certificate issuer : path.subList(1, path.size())) {
            int pathLength = issuer.getBasicConstraints();
            if (pathLength < 0) {
                defects.add(notAuthority(Wording.verbatim("basicConstraints CA:TRUE"), "CA:FALSE", issuer));
            } else if (pathLength < authoritiesBelow) {
                defects.add(notAuthority(
                        Wording.of(
                                "pathlen >= %s (certificats entre elle et la feuille)",
                                "pathlen >= %s (certificates between it and the leaf)", authoritiesBelow),
                        "pathlen " + pathLength,
                        issuer));
            }
            if (issuer.getKeyUsage() != null && !KeyUsages.of(issuer).contains("keyCertSign")) {
                defects.add(
                        notAuthority(Wording.verbatim("keyCertSign"), String.join(", ", KeyUsages.of(issuer)), issuer));
            }
            boolean selfIssued = issuer.getSubjectX500Principal().equals(issuer.getIssuerX500Principal());
            authoritiesBelow += selfIssued ? 0 : 1;
        }
    }

    private static Wording critical(String extensions) {
        return Wording.of("critique : %s", "critical: %s", extensions);
    }

    private static Defect notAuthority(Wording expected, String observed, X509Certificate issuer) {
        return new Defect(
                DefectCode.ISSUER_NOT_AUTHORITY,
                expected,
                Wording.verbatim(observed + ": " + CertificateText.certificate(issuer)));
    }

    private void checkDates(X509Certificate certificate, List<Defect> defects) {
        Instant now = now();
        Instant notBefore = certificate.getNotBefore().toInstant();
        Instant notAfter = certificate.getNotAfter().toInstant();
        if (now.isAfter(notAfter)) {
            defects.add(new Defect(
                    DefectCode.EXPIRED,
                    "notAfter >= " + now,
                    "notAfter = " + notAfter + ": " + CertificateText.certificate(certificate)));
        }
        if (now.isBefore(notBefore)) {
            defects.add(new Defect(
                    DefectCode.NOT_YET_VALID,
                    "notBefore <= " + now,
                    "notBefore = " + notBefore + ": " + CertificateText.certificate(certificate)));
        }
    }

    private static void checkExtensions(X509Certificate certificate, List<Defect> defects) {
        Set<String> critical = new TreeSet<>();
        if (certificate.getCriticalExtensionOIDs() != null) {
            critical.addAll(certificate.getCriticalExtensionOIDs());
        }
        if (certificate.getExtensionValue(POLICY_CONSTRAINTS) != null) {
            critical.add(POLICY_CONSTRAINTS);
        }
        List<String> unknown =
                critical.stream().filter(oid -> !UNDERSTOOD.contains(oid)).toList();
        if (!unknown.isEmpty()) {
            defects.add(new Defect(
                    DefectCode.CRITICAL_EXTENSION,
                    critical(String.join(", ", UNDERSTOOD.stream().sorted().toList())),
                    critical(CertificateText.clean(Oids.named(unknown)) + ": "
                            + CertificateText.certificate(certificate))));
        }
    }

    /** A trusted root's own signature proves nothing, so its digest does not matter. */
    private static void checkStrength(IssuerPath path, List<Defect> defects) {
        List<X509Certificate> certificates = path.certificates();
        int last = certificates.size() - 1;
        for (X509Certificate certificate : certificates) {
            Strength.weakKey(certificate).ifPresent(defects::add);
            boolean anchor = path.branch().isPresent() && certificate.equals(certificates.get(last));
            if (!anchor) {
                Strength.weakDigest(certificate).ifPresent(defects::add);
            }
        }
    }

    /** Of every level below a root of this branch: whoever relies on it follows no other authority's publications. */
    private void checkRevocation(IssuerPath path, List<Defect> defects) {
        if (path.branch().filter(branch::equals).isPresent()) {
            List<X509Certificate> certificates = path.certificates();
            for (int i = 0; i + 1 < certificates.size(); i++) {
                defects.addAll(revocation.defects(certificates.get(i), certificates.get(i + 1), this::now));
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
