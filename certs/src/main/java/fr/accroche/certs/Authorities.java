package fr.accroche.certs;

import java.security.cert.X509Certificate;

/**
 * The two authorities of a branch.
 *
 * @param names what they are called, and what they sign tells of them
 * @param root signs the intermediate and itself
 * @param intermediate signs end entities
 */
record Authorities(IgcNames names, HeldCertificate root, HeldCertificate intermediate) {

    X509Certificate rootCertificate() {
        return root.certificate();
    }

    X509Certificate intermediateCertificate() {
        return intermediate.certificate();
    }
}
