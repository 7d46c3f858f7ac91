package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;

/**
 * A request to the Ordonnance Numérique, in a fictional dialect: the real schemas are not public, so the namespace is this
 * simulator's and the payload says {@code dialecte="fictif"}. The header blocks are those of INSi, which are public.
 *
 * @param messageId {@code uuid:<uuid>}
 * @param lps who the software is
 * @param bam the Assurance Maladie's context
 * @param assertion the Assertion PS
 * @param body what is asked
 */
public record OnRequest(
        String messageId, ContexteLps lps, ContexteBam bam, Optional<SamlAssertion> assertion, OnBody body) {

    public OnRequest {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(lps, "lps");
        Objects.requireNonNull(bam, "bam");
        Objects.requireNonNull(assertion, "assertion");
        Objects.requireNonNull(body, "body");
    }

    /**
     * The SOAP message, UTF-8.
     *
     * @throws IllegalArgumentException if the body is a malformed one
     */
    public byte[] toBytes() {
        OnOperation operation = body.operation();
        XmlText xml = Envelope.tlsi(operation.action(), messageId, lps, bam, assertion)
                .open(
                        "on:" + operation.body().getLocalPart(),
                        "xmlns:on",
                        Namespaces.ON_FICTIONAL,
                        "dialecte",
                        "fictif");
        if (body instanceof OnBody.Consultation consultation) {
            xml.leaf("on:IdentifiantPrescription", consultation.prescription());
        }
        Ins patient =
                body.about().orElseThrow(() -> new IllegalArgumentException("a malformed body is read, never written"));
        xml.empty("on:Patient", "oid", patient.oid(), "ins", patient.value());
        if (body instanceof OnBody.Registration registration) {
            xml.leaf("on:Date", registration.on().toString());
            registration.lines().forEach(line -> xml.leaf("on:Ligne", line));
        }
        if (body instanceof OnBody.Search search) {
            search.from().ifPresent(from -> xml.leaf("on:DateDebut", from.toString()));
            search.until().ifPresent(until -> xml.leaf("on:DateFin", until.toString()));
            search.statuses().stream().sorted().forEach(status -> xml.leaf("on:Statut", status.name()));
        }
        return xml.endBytes();
    }
}
