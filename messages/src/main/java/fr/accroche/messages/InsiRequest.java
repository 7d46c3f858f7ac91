package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * WS_INS2, the search of an INS by traits.
 *
 * @param messageId {@code uuid:<uuid>}; the gateway's faults echo it
 * @param lps who the software is
 * @param bam the Assurance Maladie's context
 * @param assertion empty when a structure's certificate speaks instead
 * @param traits whom to search
 */
public record InsiRequest(
        String messageId, ContexteLps lps, ContexteBam bam, Optional<SamlAssertion> assertion, Traits traits) {

    public static final String ACTION = "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite";
    public static final QName BODY = new QName(Namespaces.INSI_TRAITS, "RECSANSVITALE");

    public InsiRequest {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(lps, "lps");
        Objects.requireNonNull(bam, "bam");
        Objects.requireNonNull(assertion, "assertion");
        Objects.requireNonNull(traits, "traits");
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        XmlText xml = Envelope.tlsi(ACTION, messageId, lps, bam, assertion)
                .open("ins:RECSANSVITALE", "xmlns:ins", Namespaces.INSI_TRAITS)
                .leaf("ins:NomNaissance", traits.birthName());
        traits.firstNames().forEach(name -> xml.leaf("ins:Prenom", name));
        return xml.leaf("ins:Sexe", traits.sex())
                .leaf("ins:DateNaissance", traits.birthDate())
                .leaf("ins:LieuNaissance", traits.birthPlace())
                .endBytes();
    }
}
