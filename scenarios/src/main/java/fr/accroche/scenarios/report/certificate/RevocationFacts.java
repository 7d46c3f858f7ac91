package fr.accroche.scenarios.report.certificate;

import fr.accroche.certs.SubjectName;
import java.security.cert.X509CRL;

/** What is said of a revocation list. */
final class RevocationFacts {

    private RevocationFacts() {}

    static String issuer(X509CRL list) {
        return SubjectName.shown(list.getIssuerX500Principal());
    }

    static int count(X509CRL list) {
        return list.getRevokedCertificates() == null
                ? 0
                : list.getRevokedCertificates().size();
    }
}
