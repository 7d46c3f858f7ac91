package fr.accroche.proxy;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * One (LPS, operator) pair that the proxy serves, with its own certificates and connections.
 *
 * @param clientId its client_id
 * @param certificate what it presents to PSC and to authorization servers
 * @param exchange its connections to those
 * @param businessCertificate what it presents to téléservices
 * @param business its connections to those
 * @param named whether it names itself in its forms
 */
record Client(
        String clientId,
        Optional<X509Certificate> certificate,
        Upstream exchange,
        Optional<X509Certificate> businessCertificate,
        Upstream business,
        boolean named)
        implements AutoCloseable {

    Caller calling(TraceContext trace) {
        return new Caller(clientId, exchange, trace, named);
    }

    /** In mid-session, by the certificate that it then has. */
    Caller renewing(TraceContext trace) {
        return new Caller(clientId, business, trace, named);
    }

    @Override
    public void close() {
        exchange.close();
        business.close();
    }
}
