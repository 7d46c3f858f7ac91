package fr.accroche.certs;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * Whose certificate it is, as far as it can be told without trusting anything: by the digest of a real authority in its
 * chain, or by names alone, which prove nothing (RFC 8705 §7.4).
 *
 * @param tree which tree
 * @param authority the CN of the authority that says so; empty when none does
 * @param proven whether an authority of the chain is the published one, by its digest
 * @param category the private extension 1.2.250.1.71.1.2.5; empty when absent
 */
public record Origin(Tree tree, String authority, boolean proven, Optional<Integer> category) {
    private static final String REAL = "IGC-SANTE";
    private static final String TEST = " TEST";
    private static final int TEST_CATEGORY = 0x80;

    /** First 8 and last 4 octets of the SHA-256 of the published authorities (docs/sources.md, IGC-Santé samples). */
    private static final Map<String, Tree> PUBLISHED = Map.of(
            "2d9e22ca19f777c6…7346967f", Tree.IGC_SANTE_PRODUCTION,
            "d834ee5b40686b73…7b5d27b2", Tree.IGC_SANTE_PRODUCTION,
            "01325aeb193871ee…186da805", Tree.IGC_SANTE_TEST,
            "dc528e3788691b3f…0e5338f6", Tree.IGC_SANTE_TEST);

    /** The trees of authorities. */
    public enum Tree {
        SIMULATED_TEST("IGC simulée, branche de test", "simulated IGC, test branch"),
        SIMULATED_LOOK_ALIKE(
                "IGC simulée, sosie de l'IGC-Santé de test : certificat factice",
                "simulated IGC, look-alike of the test IGC-Santé: a dummy certificate"),
        SIMULATED_PRODUCTION("IGC simulée, branche de production", "simulated IGC, production branch"),
        IGC_SANTE_TEST("IGC-Santé, branche de test", "IGC-Santé, test branch"),
        IGC_SANTE_PRODUCTION("IGC-Santé, branche de production", "IGC-Santé, production branch"),
        UNKNOWN("autorité inconnue", "unknown authority");

        private final Wording wording;

        Tree(String fr, String en) {
            this.wording = Wording.of(fr, en);
        }

        public Wording wording() {
            return wording;
        }

        /** Its branch; empty for an authority that is not known. */
        public Optional<Branch> branch() {
            return switch (this) {
                case SIMULATED_TEST, SIMULATED_LOOK_ALIKE, IGC_SANTE_TEST -> Optional.of(Branch.TEST);
                case SIMULATED_PRODUCTION, IGC_SANTE_PRODUCTION -> Optional.of(Branch.PRODUCTION);
                case UNKNOWN -> Optional.empty();
            };
        }
    }

    /** Of the first certificate of a chain, which holds one at least. */
    public static Origin of(List<X509Certificate> chain) {
        return of(chain, PUBLISHED);
    }

    /** By these digests. What follows in the list without having signed what precedes says nothing. */
    static Origin of(List<X509Certificate> chain, Map<String, Tree> published) {
        Optional<Integer> category = category(chain.get(0));
        List<X509Certificate> path = signedPath(chain);
        for (X509Certificate certificate : path) {
            Tree tree = published.get(digest(certificate));
            if (tree != null) {
                return new Origin(tree, name(certificate.getSubjectX500Principal()), true, category);
            }
        }
        X500Principal issuer = chain.get(0).getIssuerX500Principal();
        if (path.stream().anyMatch(Origin::marked)) {
            return new Origin(Tree.SIMULATED_LOOK_ALIKE, name(issuer), false, category);
        }
        return byName(path.get(path.size() - 1).getIssuerX500Principal(), category)
                .or(() -> byName(issuer, category))
                .orElse(new Origin(Tree.UNKNOWN, name(issuer), false, category));
    }

    /**
     * Why nothing here takes such a certificate to use it; empty when it may. Reading it is another matter. A name proves
     * nothing, and is enough to be careful.
     */
    public Optional<Wording> refusal() {
        if (tree != Tree.IGC_SANTE_PRODUCTION) {
            return Optional.empty();
        }
        Wording how = proven
                ? Wording.of("remonte à", "chains to")
                : Wording.of(
                        "se dit, par le nom de son émetteur, signé par", "says, by its issuer's name, that it is of");
        return Optional.of(Wording.of(
                "le certificat %s une autorité de la vraie IGC-Santé de PRODUCTION (%s) : il est refusé, accroche est un"
                        + " simulateur ; employer un certificat de test, ou en commander un (accroche certs order)",
                "the certificate %s an authority of the real IGC-Santé for PRODUCTION (%s): it is refused, accroche is a"
                        + " simulator; use a test certificate, or order one (accroche certs order)",
                how,
                authority));
    }

    private static List<X509Certificate> signedPath(List<X509Certificate> chain) {
        int end = 1;
        while (end < chain.size() && signed(chain.get(end - 1), chain.get(end))) {
            end++;
        }
        return chain.subList(0, end);
    }

    /** By its issuer or by itself: see {@link IgcNames#MARK}. */
    private static boolean marked(X509Certificate certificate) {
        return certificate.getExtensionValue(Oids.LOOK_ALIKE) != null
                || units(certificate.getIssuerX500Principal()).contains(IgcNames.MARK);
    }

    private static List<String> units(X500Principal principal) {
        return SubjectName.read(principal).map(SubjectName::organisationalUnits).orElse(List.of());
    }

    /** A key store says what it likes of a chain: the signature says whether it is one. */
    private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException otherKey) {
            return false;
        }
    }

    private static Optional<Origin> byName(X500Principal issuer, Optional<Integer> category) {
        List<String> units = units(issuer);
        Tree tree = null;
        if (units.contains(REAL)) {
            tree = Tree.IGC_SANTE_PRODUCTION;
        } else if (units.contains(REAL + TEST)) {
            tree = Tree.IGC_SANTE_TEST;
        } else if (units.contains(IgcNames.of(Branch.PRODUCTION).tree())) {
            tree = Tree.SIMULATED_PRODUCTION;
        } else if (units.contains(IgcNames.of(Branch.TEST).tree())) {
            tree = Tree.SIMULATED_TEST;
        }
        return Optional.ofNullable(tree).map(known -> new Origin(known, name(issuer), false, category));
    }

    /** What the private extension says of the branch; empty when there is none. */
    public Optional<Branch> categoryBranch() {
        return category.map(value -> (value & TEST_CATEGORY) != 0 ? Branch.TEST : Branch.PRODUCTION);
    }

    private static Optional<Integer> category(X509Certificate leaf) {
        return Der.extension(leaf.getExtensionValue(Oids.PRODUCT_CATEGORY))
                .filter(value -> value.tag() == Der.OCTET_STRING && value.content().length == 1)
                .map(value -> value.content()[0] & 0xff);
    }

    private static String name(X500Principal principal) {
        return CertificateText.name(principal);
    }

    private static String digest(X509Certificate certificate) {
        try {
            String hex = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
            return hex.substring(0, 16) + "…" + hex.substring(hex.length() - 8);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 of a parsed certificate", impossible);
        }
    }
}
