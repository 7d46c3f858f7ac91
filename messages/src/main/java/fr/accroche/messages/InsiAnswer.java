package fr.accroche.messages;

import fr.accroche.messages.InsiResponse.FormerIns;
import fr.accroche.messages.InsiResponse.Identity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * What INSi answers to a search, as a software reads it.
 *
 * @param code CodeCR: {@code 00} one identity, {@code 01} nobody, {@code 02} several
 * @param label LibelleCR
 * @param identity whom it found
 */
public record InsiAnswer(String code, String label, Optional<Identity> identity) {

    private static final String NAMESPACE = Namespaces.INSI_RESULTAT;

    /**
     * Reads an answer within the limits of {@link BusinessRequest#parse}, whatever prefixes it has.
     *
     * @throws MessageException if the bytes are not such an answer
     */
    public static InsiAnswer read(byte[] soap) {
        Element result = SoapReader.of(SafeXml.parse(soap)).payload();
        if (!Dom.is(result, NAMESPACE, "RESULTAT")) {
            throw new MessageException("the Body holds <" + result.getLocalName() + ">, expected <RESULTAT>");
        }
        Element cr =
                Dom.only(result, NAMESPACE, "CR").orElseThrow(() -> new MessageException("<RESULTAT> has no <CR>"));
        return new InsiAnswer(
                text(cr, "CodeCR").orElse(""),
                text(cr, "LibelleCR").orElse(""),
                Dom.only(result, NAMESPACE, "INDIVIDU").map(InsiAnswer::identity));
    }

    private static Identity identity(Element person) {
        Element active = Dom.only(person, NAMESPACE, "INSACTIF")
                .orElseThrow(() -> new MessageException("<INDIVIDU> has no <INSACTIF>"));
        List<FormerIns> former = Dom.children(person, NAMESPACE, "INSHISTO").stream()
                .map(holder -> new FormerIns(ins(holder), date(holder, "DateDeb"), date(holder, "DateFin")))
                .toList();
        return new Identity(
                ins(active),
                former,
                Dom.only(person, NAMESPACE, "TIQ")
                        .map(InsiAnswer::traits)
                        .orElseThrow(() -> new MessageException("<INDIVIDU> has no <TIQ>")));
    }

    private static Ins ins(Element holder) {
        Optional<Element> id = Dom.only(holder, NAMESPACE, "IdIndividu");
        return new Ins(
                id.flatMap(found -> text(found, "NumIdentifiant")).orElse("")
                        + id.flatMap(found -> text(found, "Cle")).orElse(""),
                text(holder, "OID").orElse(""));
    }

    /** One of the CNDA's answers ends before it begins, so dates are not judged; what is none is left out. */
    private static Optional<LocalDate> date(Element holder, String name) {
        try {
            return text(holder, name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Traits traits(Element tiq) {
        return new Traits(
                text(tiq, "NomNaissance"),
                text(tiq, "ListePrenom").or(() -> text(tiq, "Prenom")).stream()
                        .flatMap(names -> List.of(names.split(" +")).stream())
                        .toList(),
                text(tiq, "Sexe"),
                text(tiq, "DateNaissance"),
                text(tiq, "LieuNaissance"));
    }

    private static Optional<String> text(Element parent, String name) {
        return Dom.text(parent, NAMESPACE, name);
    }
}
