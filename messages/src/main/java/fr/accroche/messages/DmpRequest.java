package fr.accroche.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * TD0.2, the test whether a DMP exists (HL7 v3 PRPA_IN201307UV02).
 *
 * @param messageId {@code urn:uuid:<uuid>}; the response relates to it
 * @param to address of the service; the samples leave it empty
 * @param createdAt of the HL7 message, to the second
 * @param vihf who asks; empty only to be refused
 * @param patient whose DMP
 * @param sender the LPS, which names itself here a second time; its id is the OID of its device
 */
public record DmpRequest(
        String messageId, String to, Instant createdAt, Optional<SamlAssertion> vihf, Ins patient, LpsIdentity sender) {

    public static final String ACTION = "urn:hl7-org:v3:PRPA_IN201307UV02";
    public static final QName BODY = new QName(Namespaces.HL7, "PRPA_IN201307UV02");

    /** The reason that makes this message TD0.2; the same message with another asks for something else. */
    public static final String REASON = "TEST_EXST";

    public DmpRequest {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(vihf, "vihf");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(sender, "sender");
    }

    /**
     * The reason that a request gives for its question; empty if it gives none.
     *
     * @throws MessageException if it cannot be read
     */
    public static Optional<String> reason(SoapMessage request) {
        return Dom.only(
                        SoapReader.of(XopPackage.open(request).document()).payload(),
                        Namespaces.HL7,
                        "controlActProcess")
                .flatMap(act ->
                        Dom.children(act, Namespaces.HL7, "reasonCode").stream().findFirst())
                .flatMap(reason -> Dom.attribute(reason, "code"));
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        XmlText xml = Envelope.dmp(ACTION, messageId, to, vihf);
        String uuid = Hl7Message.uuid(messageId);
        Hl7Message.open(xml, "PRPA_IN201307UV02", uuid, createdAt, "D", "AL");
        Hl7Message.device(xml, "receiver", "RCV", Optional.of(Hl7Message.DMP_DEVICE), "DMP");
        Hl7Message.device(xml, "sender", "SND", sender.id(), sender.name().orElse(""));
        return xml.open("controlActProcess", "classCode", "CACT", "moodCode", "EVN")
                .empty("reasonCode", "code", REASON, "codeSystem", "1.2.250.1.213.1.1.4.11")
                .open("queryByParameter")
                .empty("queryId", "root", uuid, "extension", "1")
                .empty("statusCode", "code", "new")
                .open("parameterList")
                .open("patientIdentifier")
                .empty("value", "root", patient.oid(), "extension", patient.value())
                .leaf("semanticsText", "Patient.id")
                .endBytes();
    }
}
