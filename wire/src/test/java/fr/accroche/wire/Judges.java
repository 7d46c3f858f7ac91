package fr.accroche.wire;

import fr.accroche.certs.CertificateJudge;
import fr.accroche.certs.Defect;
import fr.accroche.certs.DefectCode;
import fr.accroche.certs.Judgement;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Small judges. */
final class Judges {

    private Judges() {}

    /** Wants a leaf of this authority, in its dates. */
    static CertificateJudge issuedBy(TestAuthority authority) {
        return chain -> {
            List<Defect> defects = new ArrayList<>();
            if (chain.isEmpty()) {
                defects.add(new Defect(DefectCode.NOT_PRESENTED, "a certificate", "none"));
            } else {
                judge(chain.get(0), authority, defects);
            }
            return new Judgement(defects);
        };
    }

    private static void judge(X509Certificate leaf, TestAuthority authority, List<Defect> defects) {
        try {
            leaf.verify(authority.certificate().getPublicKey());
        } catch (GeneralSecurityException otherAuthority) {
            defects.add(new Defect(DefectCode.UNTRUSTED_AUTHORITY, "the root of the tests", "another"));
        }
        try {
            leaf.checkValidity();
        } catch (CertificateException outOfDate) {
            defects.add(new Defect(DefectCode.EXPIRED, "now", leaf.getNotAfter().toString()));
        }
    }
}
