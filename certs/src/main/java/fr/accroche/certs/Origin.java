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
                case SIMULATED_TEST, IGC_SANTE_TEST -> Optional.of(Branch.TEST);
                case SIMULATED_PRODUCTION, IGC_SANTE_PRODUCTION -> Optional.of(Branch.PRODUCTION);
                case UNKNOWN -> Optional.empty();
            };
        }
    }

    /** Of the first certificate of a chain. */
    static Origin of(List<X509Certificate> chain) {
        Optional<Integer> category = category(chain.get(0));
        for (int i = 0; i < chain.size() && (i == 0 || signed(chain.get(i - 1), chain.get(i))); i++) {
            X509Certificate certificate = chain.get(i);
            Tree published = PUBLISHED.get(digest(certificate));
            if (published != null) {
                return new Origin(published, name(certificate.getSubjectX500Principal()), true, category);
            }
        }
        X509Certificate last = chain.get(chain.size() - 1);
        return byName(last.getIssuerX500Principal(), category)
                .or(() -> byName(chain.get(0).getIssuerX500Principal(), category))
                .orElse(new Origin(Tree.UNKNOWN, name(chain.get(0).getIssuerX500Principal()), false, category));
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
        List<String> units = CertificateText.subject(issuer)
                .map(SubjectName::organisationalUnits)
                .orElse(List.of());
        Tree tree = null;
        if (units.contains(REAL)) {
            tree = Tree.IGC_SANTE_PRODUCTION;
        } else if (units.contains(REAL + TEST)) {
            tree = Tree.IGC_SANTE_TEST;
        } else if (units.contains(IgcNames.of(Branch.PRODUCTION).unit())) {
            tree = Tree.SIMULATED_PRODUCTION;
        } else if (units.contains(IgcNames.of(Branch.TEST).unit())) {
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
