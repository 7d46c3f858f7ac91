package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * WS_INS1, the search of an INS by what a carte Vitale says.
 *
 * @param messageId {@code uuid:<uuid>}; the gateway's faults echo it
 * @param lps who the software is
 * @param bam the Assurance Maladie's context
 * @param assertion empty when a structure's certificate speaks instead
 * @param card what was read
 */
public record InsiCardRequest(
        String messageId, ContexteLps lps, ContexteBam bam, Optional<SamlAssertion> assertion, VitaleCard card) {

    public static final String ACTION = "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale";
    public static final QName BODY = new QName(Namespaces.INSI_VITALE, "RECVITALE");

    public InsiCardRequest {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(lps, "lps");
        Objects.requireNonNull(bam, "bam");
        Objects.requireNonNull(assertion, "assertion");
        Objects.requireNonNull(card, "card");
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        XmlText xml = Envelope.tlsi(ACTION, messageId, lps, bam, assertion)
                .open("ins:RECVITALE", "xmlns:ins", Namespaces.INSI_VITALE);
        card.holder().ifPresent(matricule -> write(xml, "ins:MatriculeIndividu", matricule));
        card.insured().ifPresent(matricule -> write(xml, "ins:MatriculeOD", matricule));
        return xml.leaf("ins:NomNaissance", card.birthName())
                .leaf("ins:DateNaissance", card.birthDate())
                .leaf("ins:RangNaissance", card.birthRank())
                .endBytes();
    }

    private static void write(XmlText xml, String element, VitaleCard.Matricule matricule) {
        xml.open(element)
                .leaf("ins:NumIdentifiant", matricule.number())
                .leaf("ins:Cle", matricule.key())
                .leaf("ins:TypeMatricule", matricule.type())
                .close();
    }
}
