package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;

/**
 * What ON answers to a consultation, in the fictional dialect of {@link OnRequest}. HTTP 200.
 *
 * @param prescription the number that was asked for
 * @param status what has become of it, for example {@code A_DELIVRER}; empty if there is none of this number
 */
public record OnResponse(String prescription, Optional<String> status) {
    public OnResponse {
        Objects.requireNonNull(prescription, "prescription");
        Objects.requireNonNull(status, "status");
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        return TlsiFault.openBody()
                .open("on:consulterPrescriptionReponse", "xmlns:on", Namespaces.ON_FICTIONAL)
                .leaf("on:CodeRetour", status.isPresent() ? "00" : "01")
                .leaf("on:IdentifiantPrescription", prescription)
                .leaf("on:Statut", status)
                .endBytes();
    }
}
