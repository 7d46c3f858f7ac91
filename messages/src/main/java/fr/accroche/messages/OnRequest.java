package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * Consultation of an ordonnance numérique, in a fictional dialect: the real schemas are not public. The header
 * blocks are those of INSi, which are.
 *
 * @param messageId {@code uuid:<uuid>}
 * @param lps who the software is
 * @param bam the Assurance Maladie's context
 * @param assertion the Assertion PS
 * @param prescription the unique number that the QR code carries
 * @param patient whose prescription it is
 */
public record OnRequest(
        String messageId,
        ContexteLps lps,
        ContexteBam bam,
        Optional<SamlAssertion> assertion,
        String prescription,
        Ins patient) {

    public static final String ACTION = "urn:simulateur:on:1.0:consulterPrescription";
    public static final QName BODY = new QName(Namespaces.ON_FICTIONAL, "consulterPrescription");

    public OnRequest {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(lps, "lps");
        Objects.requireNonNull(bam, "bam");
        Objects.requireNonNull(assertion, "assertion");
        Objects.requireNonNull(prescription, "prescription");
        Objects.requireNonNull(patient, "patient");
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        return Envelope.tlsi(ACTION, messageId, lps, bam, assertion)
                .open("on:consulterPrescription", "xmlns:on", Namespaces.ON_FICTIONAL)
                .leaf("on:IdentifiantPrescription", prescription)
                .empty("on:Patient", "oid", patient.oid(), "ins", patient.value())
                .endBytes();
    }
}
