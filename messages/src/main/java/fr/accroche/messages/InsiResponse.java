package fr.accroche.messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What INSi answers to either search. As the real service does, the envelope has no Header and its Body is under
 * another prefix of the same namespace: who looks for a prefix finds nothing.
 */
public final class InsiResponse {
    private InsiResponse() {}

    /**
     * The identity that INSi knows.
     *
     * @param active current matricule and key
     * @param former previous ones, the newest first
     * @param traits reference traits (TIQ)
     */
    public record Identity(Ins active, List<FormerIns> former, Traits traits) {
        public Identity {
            Objects.requireNonNull(active, "active");
            former = List.copyOf(former);
            Objects.requireNonNull(traits, "traits");
        }
    }

    /**
     * An INS of before (INSHISTO).
     *
     * @param ins matricule and key
     * @param from first day, DateDeb
     * @param until last day, DateFin
     */
    public record FormerIns(Ins ins, Optional<LocalDate> from, Optional<LocalDate> until) {
        public FormerIns {
            Objects.requireNonNull(ins, "ins");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }
    }

    /** CR 00: one identity. HTTP 200. */
    public static byte[] found(Identity identity) {
        XmlText xml = resultat("00", "OK").open("INDIVIDU");
        ins(xml, "INSACTIF", new FormerIns(identity.active(), Optional.empty(), Optional.empty()));
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

    private static XmlText resultat(String code, String label) {
        return TlsiFault.openBody()
                .open("RESULTAT", "xmlns", Namespaces.INSI_RESULTAT)
                .open("CR")
                .leaf("CodeCR", code)
                .leaf("LibelleCR", label)
                .close();
    }

    private static void ins(XmlText xml, String element, FormerIns dated) {
        Ins ins = dated.ins();
        int key = Math.max(0, ins.value().length() - 2);
        xml.open(element)
                .open("IdIndividu")
                .leaf("NumIdentifiant", ins.value().substring(0, key))
                .leaf("Cle", ins.value().substring(key))
                .close()
                .leaf("OID", ins.oid())
                .leaf("DateDeb", dated.from().map(LocalDate::toString))
                .leaf("DateFin", dated.until().map(LocalDate::toString))
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
