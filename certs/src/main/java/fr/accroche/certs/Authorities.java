package fr.accroche.certs;

import java.security.cert.X509Certificate;

/**
 * The two authorities of a branch.
 *
 * @param root signs the intermediate and itself
 * @param intermediate signs end entities
 */
record Authorities(HeldCertificate root, HeldCertificate intermediate) {

    X509Certificate rootCertificate() {
        return root.certificate();
    }

    X509Certificate intermediateCertificate() {
        return intermediate.certificate();
    }
}
