package fr.accroche.certs;

import java.io.IOException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.List;

/** Whether the names below an authority are among those that it permits (RFC 5280 §4.2.1.10); the JDK compares them. */
final class PermittedNames {
    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    private PermittedNames() {}

    /**
     * Adds what is not permitted, or cannot be told. Constraints count that a known root stands for: a stranger could have
     * thousands of them compared with thousands of names.
     */
    static void check(IssuerPath path, List<Defect> defects) {
        boolean stoodFor = path.branch().isPresent()
                && path.defects().stream().noneMatch(defect -> defect.code() == DefectCode.BAD_SIGNATURE);
        if (stoodFor) {
            check(path.certificates(), defects);
        }
    }

    private static void check(List<X509Certificate> path, List<Defect> defects) {
        for (int above = 1; above < path.size(); above++) {
            X509Certificate issuer = path.get(above);
            byte[] wrapped = issuer.getExtensionValue(NAME_CONSTRAINTS);
            if (wrapped != null) {
                byte[] constraints =
                        Der.extension(wrapped).map(Der.Element::encoded).orElse(wrapped);
                for (int below = 0; below < above; below++) {
                    check(path.get(below), below == 0, issuer, constraints, defects);
                }
            }
        }
    }

    /** A self-issued intermediate is exempt: it only renews the key of an authority whose name was compared. */
    private static void check(
            X509Certificate named, boolean leaf, X509Certificate issuer, byte[] constraints, List<Defect> defects) {
        boolean selfIssued = named.getSubjectX500Principal().equals(named.getIssuerX500Principal());
        if ((leaf || !selfIssued) && !permits(constraints, named)) {
            defects.add(new Defect(
                    DefectCode.FORBIDDEN_NAME,
                    Wording.of(
                            "un nom que permettent les nameConstraints de %s",
                            "a name within the nameConstraints of %s", CertificateText.certificate(issuer)),
                    Wording.verbatim(CertificateText.certificate(named))));
        }
    }

    private static boolean permits(byte[] constraints, X509Certificate named) {
        try {
            X509CertSelector permitted = new X509CertSelector();
            permitted.setNameConstraints(constraints);
            return permitted.match(named);
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }
}
