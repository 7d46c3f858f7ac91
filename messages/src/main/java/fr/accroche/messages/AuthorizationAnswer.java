package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * The DMP's answer to TD0.3, HTTP 200 also where nothing was done.
 *
 * @param status {@link #OK}, or why not: {@link #CLOSED}. The other codes are not public
 * @param context text for people; may be empty
 */
public record AuthorizationAnswer(String status, String context) {

    public static final QName BODY = new QName(Namespaces.HABILITATIONS, "setAuthorizationResponse");

    /** It was done. Some documents write DMPOK. */
    public static final String OK = "DMPOk";

    /** The patient's DMP is closed. */
    public static final String CLOSED = "DMPClosed";

    public AuthorizationAnswer {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(context, "context");
    }

    /** Whether it was done, in either spelling that circulates. */
    public boolean done() {
        return status.equalsIgnoreCase(OK);
    }

    /**
     * The SOAP message, UTF-8.
     *
     * @param messageId {@code urn:uuid:<uuid>} of this answer
     * @param relatesTo the request's MessageID
     */
    public byte[] toBytes(String messageId, String relatesTo) {
        return DmpResponse.answerHeader(AuthorizationRequest.ACTION + "Response", messageId, Optional.of(relatesTo))
                .open("soap:Body")
                .open("n:setAuthorizationResponse", "xmlns:n", Namespaces.HABILITATIONS)
                .open("n:output")
                .leaf("n:status", status)
                .leaf("n:context", context)
                .endBytes();
    }

    /**
     * Reads an answer within the limits of {@link BusinessRequest#parse}.
     *
     * @throws MessageException if the bytes are not such an answer
     */
    public static AuthorizationAnswer read(byte[] soap) {
        Element body = SoapReader.of(SafeXml.parse(soap)).payload();
        if (!Dom.name(body).equals(BODY)) {
            throw new MessageException(
                    "the Body holds <" + body.getLocalName() + ">, expected <" + BODY.getLocalPart() + ">");
        }
        Element output = Dom.only(body, Namespaces.HABILITATIONS, "output")
                .orElseThrow(() -> new MessageException("setAuthorizationResponse has no output"));
        return new AuthorizationAnswer(
                status(body).orElseThrow(() -> new MessageException("output has no status")),
                Dom.text(output, Namespaces.HABILITATIONS, "context").orElse(""));
    }

    /** The status in the body of an answer; empty if it is another message's. */
    static Optional<String> status(Element body) {
        return Dom.only(body, Namespaces.HABILITATIONS, "output")
                .flatMap(output -> Dom.text(output, Namespaces.HABILITATIONS, "status"));
    }
}
