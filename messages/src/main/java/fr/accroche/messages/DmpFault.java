package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;

/**
 * A SOAP fault of the DMP: HTTP 500, code {@code soap:Sender}.
 *
 * @param subcode qualified, for example {@code soap:DMPInvalidCertificate}; {@code soap:SIM_…} are this simulator's
 * @param reason in French but for texts of the SOAP stack
 * @param messageId of this answer
 * @param relatesTo the request's MessageID, if it had one
 */
public record DmpFault(String subcode, String reason, String messageId, Optional<String> relatesTo) {

    private static final String ACTION = "http://www.w3.org/2005/08/addressing/soap/fault";

    public DmpFault {
        Objects.requireNonNull(subcode, "subcode");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(relatesTo, "relatesTo");
    }

    /** The VIHF is signed with a certificate that is not for signing. */
    public static DmpFault invalidCertificate(String messageId, Optional<String> relatesTo) {
        return new DmpFault(
                "soap:DMPInvalidCertificate",
                "Le certificat ayant signé le VIHF est invalide : Not a valid signature certificate",
                messageId,
                relatesTo);
    }

    /** Action, MessageID, To or ReplyTo lacks. */
    public static DmpFault addressingHeaderMissing(String messageId, Optional<String> relatesTo) {
        return new DmpFault(
                "wsa:MessageAddressingHeaderRequired",
                "A required header representing a Message Addressing Property is not present",
                messageId,
                relatesTo);
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        return DmpResponse.answerHeader(ACTION, messageId, relatesTo)
                .open("soap:Body", "xmlns:wsa", Namespaces.ADDRESSING)
                .open("soap:Fault")
                .open("soap:Code")
                .leaf("soap:Value", "soap:Sender")
                .open("soap:Subcode")
                .leaf("soap:Value", subcode)
                .close()
                .close()
                .open("soap:Reason")
                .leaf("soap:Text", reason, "xml:lang", "fr")
                .endBytes();
    }
}
