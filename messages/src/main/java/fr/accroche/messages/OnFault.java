package fr.accroche.messages;

import java.util.Objects;

/**
 * What ON refuses as a business service, in the form of INSi's own faults, which is public: prefix {@code S}, a French text that
 * is marked English, no messageID. The codes are this simulator's, and a comment says so in the message. HTTP 500.
 *
 * @param code begins with {@code SIM_}
 * @param text for the user, in French
 */
public record OnFault(String code, String text) {

    public OnFault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }

    /** {@code S:} and the code: the subcode on the wire. */
    public String subcode() {
        return "S:" + code;
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        return XmlText.document()
                .open("soap:Envelope", "xmlns:soap", Namespaces.SOAP12)
                .raw("<!-- dialecte fictif -->")
                .open("env:Body", "xmlns:S", Namespaces.SOAP12, "xmlns:env", Namespaces.SOAP12)
                .open("S:Fault")
                .open("S:Code")
                .leaf("S:Value", "S:Sender")
                .open("S:Subcode")
                .leaf("S:Value", subcode())
                .close()
                .close()
                .open("S:Reason")
                .leaf("S:Text", text, "xml:lang", "en")
                .close()
                .open("S:Detail")
                .leaf("siram:Erreur", text, "severite", "erreur", "code", code, "xmlns:siram", Namespaces.SIRAM)
                .endBytes();
    }
}
