package fr.accroche.messages;

import java.time.Instant;
import java.util.Objects;

/**
 * The DMP could read TD0.2 and cannot answer it: HTTP 200, and HL7's acknowledgement of an application error (HL7 v3,
 * acknowledgement AE, acknowledgementDetail). {@link DmpAnswer} reads it.
 *
 * @param messageId {@code urn:uuid:<uuid>} of this answer
 * @param relatesTo the request's MessageID
 * @param createdAt of the HL7 message, to the second
 * @param text in French, for people
 */
public record DmpError(String messageId, String relatesTo, Instant createdAt, String text) {

    /** queryResponseCode, and the acknowledgement's type. */
    public static final String CODE = "AE";

    public DmpError {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(relatesTo, "relatesTo");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(text, "text");
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        XmlText xml = DmpResponse.open(messageId, relatesTo, createdAt);
        return xml.open("acknowledgement", "typeCode", CODE)
                .open("targetMessage")
                .empty("id", "root", Hl7Message.uuid(relatesTo))
                .close()
                .open("acknowledgementDetail", "typeCode", "E")
                .leaf("text", text)
                .close()
                .close()
                .open("controlActProcess", "classCode", "CACT", "moodCode", "EVN")
                .open("queryAck")
                .empty("queryId", "root", Hl7Message.uuid(relatesTo), "extension", "1")
                .empty("queryResponseCode", "code", CODE)
                .endBytes();
    }
}
