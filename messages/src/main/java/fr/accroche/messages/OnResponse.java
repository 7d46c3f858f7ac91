package fr.accroche.messages;

import java.util.List;
import java.util.Objects;

/**
 * What ON answers to a request that it serves, in the fictional dialect of {@link OnRequest}. HTTP 200.
 *
 * @param operation what was asked
 * @param prescriptions the one that was registered or consulted, or those that a search found
 */
public record OnResponse(OnOperation operation, List<OnPrescription> prescriptions) {

    public OnResponse {
        Objects.requireNonNull(operation, "operation");
        prescriptions = List.copyOf(prescriptions);
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        XmlText xml = TlsiFault.openBody()
                .open(
                        "on:" + operation.answer().getLocalPart(),
                        "xmlns:on",
                        Namespaces.ON_FICTIONAL,
                        "dialecte",
                        "fictif")
                .leaf("on:CodeRetour", "00");
        prescriptions.forEach(prescription -> write(xml, prescription));
        return xml.endBytes();
    }

    private static void write(XmlText xml, OnPrescription prescription) {
        Ins patient = prescription.patient();
        xml.open("on:Prescription")
                .leaf("on:IdentifiantPrescription", prescription.number())
                .empty("on:Patient", "oid", patient.oid(), "ins", patient.value())
                .leaf("on:Date", prescription.on().toString())
                .leaf("on:Statut", prescription.status().name())
                .leaf("on:Prescripteur", prescription.prescriber());
        prescription.lines().forEach(line -> xml.leaf("on:Ligne", line));
        xml.close();
    }
}
