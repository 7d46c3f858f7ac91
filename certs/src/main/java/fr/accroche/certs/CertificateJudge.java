package fr.accroche.certs;

import java.security.cert.X509Certificate;
import java.util.List;

/** Judges a certificate chain as one that is shown to a server or read from a file. */
@FunctionalInterface
public interface CertificateJudge {

    /**
     * Says everything wrong at once. Whatever the certificates hold, it judges them and throws nothing.
     *
     * @param chain leaf first, then its issuers in any order, some missing, none, or too many; empty when nothing was
     *     presented
     */
    Judgement judge(List<X509Certificate> chain);
}
