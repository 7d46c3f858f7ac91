package fr.accroche.messages;

import java.util.Objects;

/**
 * A fault of INSi itself, behind the gateway, which has a dialect of its own: HTTP 500, another prefix, French text marked
 * as English, a severity that its schema does not know, and no messageID. To the letter: clients look for this prefix.
 *
 * @param code {@code insi_101} or {@code insi_102}; those that begin with {@code SIM_} are this simulator's
 * @param severity {@code fatal} as on the wire, {@code fatale} as in the schema
 * @param reason for the user
 * @param detail for the editor
 */
public record InsiFault(String code, String severity, String reason, String detail) {

    /** The fault of a search by carte Vitale. */
    public static final String OF_CARD = "insi_101";

    /** The fault of a search by traits. */
    public static final String OF_TRAITS = "insi_102";

    private static final String UNAVAILABLE = "Le service est temporairement inaccessible. Veuillez renouveler votre"
            + " demande ultérieurement. Si le problème persiste, contactez l'éditeur du progiciel ou votre responsable"
            + " informatique.";

    public InsiFault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
    }

    /**
     * The reference system behind did not answer.
     *
     * @param code {@link #OF_CARD} or {@link #OF_TRAITS}
     */
    public static InsiFault technical(String code, String severity) {
        String search = code.equals(OF_CARD) ? "la carte Vitale" : "les traits d'identité";
        return new InsiFault(
                code,
                severity,
                UNAVAILABLE,
                "L'appel au service de recherche avec " + search + " renvoie une erreur technique.");
    }

    /** The subcode, as it is on the wire. */
    public String subcode() {
        return "S:siram_40";
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        return XmlText.document()
                .open("soap:Envelope", "xmlns:soap", Namespaces.SOAP12)
                .open("env:Body", "xmlns:S", Namespaces.SOAP12, "xmlns:env", Namespaces.SOAP12)
                .open("S:Fault", "xmlns:ns4", Namespaces.SOAP11)
                .open("S:Code")
                .leaf("S:Value", "S:Receiver")
                .open("S:Subcode")
                .leaf("S:Value", subcode())
                .close()
                .close()
                .open("S:Reason")
                .leaf("S:Text", reason, "xml:lang", "en")
                .close()
                .open("S:Detail")
                .leaf("siram:Erreur", detail, "severite", severity, "code", code, "xmlns:siram", Namespaces.SIRAM)
                .endBytes();
    }
}
