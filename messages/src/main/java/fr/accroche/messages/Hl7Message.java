package fr.accroche.messages;

import java.time.Instant;
import java.util.Optional;

/** The HL7 v3 wrapper that question and answer share. */
final class Hl7Message {
    static final String DMP_DEVICE = "1.2.250.1.213.4.1.1.1";
    static final String INTERACTIONS = "2.16.840.1.113883.1.6";

    private Hl7Message() {}

    /** The bare UUID of a WS-Addressing MessageID, which HL7 takes as a root. */
    static String uuid(String messageId) {
        return messageId.substring(messageId.lastIndexOf(':') + 1);
    }

    static void open(
            XmlText xml, String interaction, String id, Instant createdAt, String processing, String acceptAck) {
        xml.open(interaction, "xmlns", Namespaces.HL7, "ITSVersion", "XML_1.0")
                .empty("id", "root", id)
                .empty("creationTime", "value", Times.hl7(createdAt))
                .empty("interactionId", "root", INTERACTIONS, "extension", interaction)
                .empty("processingCode", "code", processing)
                .empty("processingModeCode", "code", "T")
                .empty("acceptAckCode", "code", acceptAck);
    }

    static void device(XmlText xml, String role, String typeCode, Optional<String> oid, String softwareName) {
        xml.open(role, "typeCode", typeCode).open("device", "classCode", "DEV", "determinerCode", "INSTANCE");
        oid.ifPresentOrElse(root -> xml.empty("id", "root", root), () -> xml.empty("id", "nullFlavor", "UNK"));
        xml.leaf("softwareName", softwareName).close().close();
    }
}
