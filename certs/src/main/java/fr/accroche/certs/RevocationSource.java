package fr.accroche.certs;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Where a judge gets what an authority publishes of its revocations. It hands over what was published, as it was
 * published; the judge believes nothing that the issuer has not signed. It never waits for a network.
 */
@FunctionalInterface
public interface RevocationSource {

    /**
     * What there is about one certificate of a chain.
     *
     * @param issuer who signed it
     */
    RevocationEvidence about(X509Certificate certificate, X509Certificate issuer);

    /**
     * Lists that are there already, whatever authorities they are of; every certificate of a chain needs its own issuer's.
     *
     * @param where they come from, for defects: a file, an address
     */
    static RevocationSource ofLists(List<X509CRL> lists, String where) {
        RevocationEvidence evidence = new RevocationEvidence.Lists(lists, where);
        return (certificate, issuer) -> evidence;
    }
}
