package fr.accroche.compliance.cause;

import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** Causes that lie behind the forms of requests of which more is to be said than that others write another. */
final class VariantSigns {

    static final List<Recogniser> ALL = List.of(
            new VariantSign(
                    Variant.REPLAYED_ASSERTION,
                    "1 ×",
                    "≥ 2 ×",
                    Text.of(
                            "La requête porte une assertion qui a déjà servi : gardée d'une requête à l'autre, ou requête renvoyée telle quelle.",
                            "The request carries an assertion that has served already: kept from one request to the next, or the request was sent again as it was."),
                    Text.of(
                            "Faire une assertion pour chaque requête, avec un ID tiré au hasard.",
                            "Make an assertion for each request, with an ID drawn at random.")),
            new VariantSign(
                    Variant.REPLAYED_MESSAGE,
                    "1 ×",
                    "≥ 2 ×",
                    Text.of(
                            "La requête porte le MessageID d'une requête précédente : elle est renvoyée telle quelle, ou l'identifiant est écrit en dur.",
                            "The request carries an earlier request's MessageID: it was sent again as it was, or the identifier is hard-coded."),
                    Text.of(
                            "Tirer un MessageID (urn:uuid:…) pour chaque requête, un nouvel essai compris.",
                            "Draw a MessageID (urn:uuid:…) for each request, a second attempt included.")),
            new VariantSign(
                    Variant.CLOCK,
                    "± clockTolerance",
                    "> clockTolerance",
                    Text.of(
                            "L'horloge du poste ou du serveur qui écrit la requête est fausse, ou l'heure est écrite sans son fuseau.",
                            "The clock of the workstation or server that writes the request is wrong, or the time is written without its zone."),
                    Text.of(
                            "Régler l'horloge par NTP, et écrire {2} en temps universel au moment d'envoyer la requête (tolérance : settings.tlsi.clockTolerance).",
                            "Set the clock by NTP, and write {2} in universal time when the request is sent (tolerance: settings.tlsi.clockTolerance).")),
            new VariantSign(
                    Variant.HTTP_ACTION,
                    "wsa:Action",
                    "≠ wsa:Action",
                    Text.of(
                            "Le paramètre action de Content-Type nomme une autre opération que wsa:Action dans le message : il est écrit en dur.",
                            "The parameter action of Content-Type names another operation than wsa:Action in the message: it is hard-coded."),
                    Text.of(
                            "Écrire dans Content-Type l'action du message, à l'identique, ou ne pas l'écrire.",
                            "Write the message's action in Content-Type, to the letter, or leave it out.")),
            new VariantSign(
                    Variant.SPECIALITY_NAME,
                    "codeSpecialiteAMO",
                    "codeSpecialite",
                    Text.of(
                            "L'attribut de la spécialité porte le nom du mode CPS, et la session est de PSC.",
                            "The attribute of the speciality has its name of CPS mode, and the session is PSC's."),
                    Text.of(
                            "Nommer cet attribut {0} dans les Assertions PS des sessions PSC.",
                            "Name this attribute {0} in the Assertions PS of sessions of PSC.")),
            new VariantSign(
                    Variant.SCHEMA,
                    "XSD",
                    "≠ XSD",
                    Text.of(
                            "Le message ne suit pas son schéma XML, et d'abord en {2} : un élément y manque, y est de trop, ou n'est pas à sa place.",
                            "The message does not follow its XML schema, first in {2}: an element is missing there, is one too many, or out of its order."),
                    Text.of(
                            "Valider la requête avec le schéma du service avant de l'envoyer : l'ordre des éléments en fait partie.",
                            "Validate the request with the service's schema before it is sent: the order of elements is part of it.")));

    private VariantSigns() {}
}
