package fr.accroche.proxy;

import fr.accroche.certs.HeldCertificate;
import java.util.Objects;
import java.util.Optional;

/**
 * The certificates of one client_id. In a sound proxy they are one and the same; two different ones are a certificate
 * renewed in mid-session, to which an API token bound to the first no longer belongs (RFC 8705 §3). Where there is none, the
 * proxy presents nothing, and the servers refuse it.
 *
 * @param exchange presented to PSC and to the API's authorization server
 * @param business presented to the téléservices
 */
public record ClientIdentity(Optional<HeldCertificate> exchange, Optional<HeldCertificate> business) {

    public ClientIdentity {
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(business, "business");
    }

    /** One certificate for everything. */
    public static ClientIdentity of(HeldCertificate certificate) {
        return new ClientIdentity(Optional.of(certificate), Optional.of(certificate));
    }

    /** Another certificate for business calls than for the exchange. */
    public static ClientIdentity renewed(HeldCertificate exchange, HeldCertificate business) {
        return new ClientIdentity(Optional.of(exchange), Optional.of(business));
    }
}
