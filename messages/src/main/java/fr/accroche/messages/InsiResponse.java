package fr.accroche.messages;

import java.util.List;
import java.util.Objects;

/**
 * What INSi answers to a search by traits. As the real service does, the envelope has no Header and its Body is under
 * another prefix of the same namespace: who looks for a prefix finds nothing.
 */
public final class InsiResponse {
    private InsiResponse() {}

    /**
     * The identity that INSi knows.
     *
     * @param active current matricule and key
     * @param former previous ones
     * @param traits reference traits (TIQ)
     */
    public record Identity(Ins active, List<Ins> former, Traits traits) {
        public Identity {
            Objects.requireNonNull(active, "active");
            former = List.copyOf(former);
            Objects.requireNonNull(traits, "traits");
        }
    }

    /** CR 00: one identity. HTTP 200. */
    public static byte[] found(Identity identity) {
        XmlText xml = resultat("00", "OK").open("INDIVIDU");
        ins(xml, "INSACTIF", identity.active());
        identity.former().forEach(former -> ins(xml, "INSHISTO", former));
        tiq(xml, identity.traits());
        return xml.endBytes();
    }

    /** CR 01: nobody. HTTP 200. */
    public static byte[] notFound() {
        return resultat("01", "Aucune identite trouvee").endBytes();
    }

    /** CR 02: more than one. HTTP 200. */
    public static byte[] several() {
        return resultat("02", "Plusieurs identites trouvees").endBytes();
    }

    /**
     * The business layer's own fault dialect: another prefix, English marked, severity outside its schema. HTTP
     * 500.
     */
    public static byte[] technicalError() {
        return XmlText.document()
                .open("soap:Envelope", "xmlns:soap", Namespaces.SOAP12)
                .open("env:Body", "xmlns:S", Namespaces.SOAP12, "xmlns:env", Namespaces.SOAP12)
                .open("S:Fault", "xmlns:ns4", Namespaces.SOAP11)
                .open("S:Code")
                .leaf("S:Value", "S:Receiver")
                .open("S:Subcode")
                .leaf("S:Value", "S:siram_40")
                .close()
                .close()
                .open("S:Reason")
                .leaf(
                        "S:Text",
                        "Le service est temporairement inaccessible. Veuillez renouveler votre demande ultérieurement."
                                + " Si le problème persiste, contactez l'éditeur du progiciel ou votre responsable"
                                + " informatique.",
                        "xml:lang",
                        "en")
                .close()
                .open("S:Detail")
                .leaf(
                        "siram:Erreur",
                        "L'appel au service de recherche avec les traits d'identité renvoie une erreur technique.",
                        "severite",
                        "fatal",
                        "code",
                        "insi_102",
                        "xmlns:siram",
                        Namespaces.SIRAM)
                .endBytes();
    }

    private static XmlText resultat(String code, String label) {
        return TlsiFault.openBody()
                .open("RESULTAT", "xmlns", Namespaces.INSI_RESULTAT)
                .open("CR")
                .leaf("CodeCR", code)
                .leaf("LibelleCR", label)
                .close();
    }

    private static void ins(XmlText xml, String element, Ins ins) {
        int key = Math.max(0, ins.value().length() - 2);
        xml.open(element)
                .open("IdIndividu")
                .leaf("NumIdentifiant", ins.value().substring(0, key))
                .leaf("Cle", ins.value().substring(key))
                .close()
                .leaf("OID", ins.oid())
                .close();
    }

    private static void tiq(XmlText xml, Traits traits) {
        xml.open("TIQ").leaf("NomNaissance", traits.birthName());
        if (!traits.firstNames().isEmpty()) {
            xml.leaf("Prenom", traits.firstNames().get(0));
            xml.leaf("ListePrenom", String.join(" ", traits.firstNames()));
        }
        xml.leaf("Sexe", traits.sex())
                .leaf("DateNaissance", traits.birthDate())
                .leaf("LieuNaissance", traits.birthPlace())
                .close();
    }
}
