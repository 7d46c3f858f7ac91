package fr.accroche.certs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An OCSP request (RFC 6960 §4.1), as far as an answer needs it.
 *
 * @param certificateIds which certificates it asks about, each a CertID in DER
 * @param nonce the value of its nonce extension, to be sent back (RFC 9654)
 */
public record OcspRequest(List<byte[]> certificateIds, Optional<byte[]> nonce) {
    public OcspRequest {
        certificateIds = List.copyOf(certificateIds);
        Objects.requireNonNull(nonce, "nonce");
    }
}
