package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;

/**
 * A fault of the gateway in front of INSi and ON, in its own dialect, to the letter: HTTP 500, no Header, Body under
 * {@code env}, severity {@code erreur}, French.
 *
 * @param subcode {@code siram_100} for a refused access
 * @param code {@code desir_…}; those that begin with {@code SIM_} are this simulator's
 * @param reason for the user
 * @param detail for the editor
 * @param messageId the request's, echoed
 */
public record TlsiFault(String subcode, String code, String reason, String detail, Optional<String> messageId) {

    /** What the gateway tells the user of a software that it refuses. */
    private static final String SOFTWARE_REFUSED = "L'accès par ce progiciel au service n'est pas autorisé. Contactez"
            + " l'éditeur du progiciel ou votre responsable informatique.";

    public TlsiFault {
        Objects.requireNonNull(subcode, "subcode");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(messageId, "messageId");
    }

    /** The IDAM is not known. */
    public static TlsiFault unknownSoftware(Optional<String> messageId) {
        return new TlsiFault(
                "siram_100", "desir_550", SOFTWARE_REFUSED, "Numéro d'autorisation du logiciel inconnu.", messageId);
    }

    /** Access refused for a cause whose real code is not public. */
    public static TlsiFault refused(String simulatorCode, String detail, Optional<String> messageId) {
        return new TlsiFault("siram_100", simulatorCode, SOFTWARE_REFUSED, detail, messageId);
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        XmlText xml = openBody()
                .open("soap:Fault")
                .open("soap:Code")
                .leaf("soap:Value", "soap:Sender")
                .open("soap:Subcode")
                .leaf("soap:Value", "soap:" + subcode)
                .close()
                .close()
                .open("soap:Reason")
                .leaf("soap:Text", reason, "xml:lang", "fr")
                .close()
                .open("soap:Detail");
        String[] attributes = messageId
                .map(id -> new String[] {
                    "code", code, "messageID", id, "severite", "erreur", "xmlns:siram", Namespaces.SIRAM
                })
                .orElseGet(() -> new String[] {"code", code, "severite", "erreur", "xmlns:siram", Namespaces.SIRAM});
        return xml.leaf("siram:Erreur", detail, attributes).endBytes();
    }

    static XmlText openBody() {
        return XmlText.document()
                .open("soap:Envelope", "xmlns:soap", Namespaces.SOAP12)
                .open("env:Body", "xmlns:env", Namespaces.SOAP12);
    }
}
