package fr.accroche.compliance.cause;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** Causes that show in one attribute of the VIHF. */
final class VihfSigns {

    private static final String PATIENT = "resource-id";
    private static final Text SIGN_AGAIN =
            Text.of("Écrire {2} tel qu'attendu ({0}), puis signer.", "Write {2} as expected ({0}), then sign.");

    static final List<Recogniser> ALL = List.of(
            Sign.of(
                            "LPS-08",
                            Owner.EDITEUR_LPS,
                            Text.of(
                                    "La clé de l'INS est fausse : matricule saisi à la main, ou clé calculée sans 2A = 19 et 2B = 18.",
                                    "The key of the INS is wrong: a number typed by hand, or a key computed without 2A = 19 and 2B = 18."),
                            Text.of(
                                    "Prendre l'INS qualifiée rendue par INSi, clé comprise : 97 − n mod 97, sur deux chiffres.",
                                    "Take the qualified INS that INSi gave, key included: 97 − n mod 97, on two digits."))
                    .at(PATIENT)
                    .observing("wrong"::equals)
                    .named(Text.of("clé de l'INS", "key of the INS")),
            Sign.of(
                            "LPS-08",
                            Owner.EDITEUR_LPS,
                            Text.of(
                                    "Le VIHF et le corps de la requête nomment deux patients : le VIHF est celui d'une requête précédente, ou le contexte a changé.",
                                    "The VIHF and the request's body name two patients: the VIHF is an earlier request's, or the context has changed."),
                            Text.of(
                                    "Faire le VIHF pour le patient de la requête : resource-id égal à l'INS du corps.",
                                    "Make the VIHF for the request's patient: resource-id equal to the INS of the body."))
                    .at(PATIENT)
                    .when(finding -> finding.expected().where().startsWith("SOAP/")),
            Sign.of(
                            "LPS-08",
                            Owner.EDITEUR_LPS,
                            Text.of(
                                    "L'OID de l'INS n'est pas celui de cet environnement : copié tel quel d'une réponse d'INSi, ou d'un patient de production.",
                                    "The OID of the INS is not this environment's: copied as it is from an answer of INSi, or from a patient of production."),
                            Text.of(
                                    "Écrire l'INS avec l'OID de l'environnement : {0}.",
                                    "Write the INS with the OID of the environment: {0}."))
                    .at(PATIENT),
            Sign.ofAuthor(
                            "LPS-08",
                            Text.of(
                                    "L'acr de PSC est copié tel quel, là où SAML veut une classe d'authentification.",
                                    "PSC's acr is copied as it is, where SAML wants an authentication class."),
                            SIGN_AGAIN)
                    .at("AuthnContextClassRef")
                    .observing(value -> value.startsWith("eidas")),
            Sign.ofAuthor(
                            "LPS-08",
                            Text.of(
                                    "Le VIHF est d'une version que ce service ne prend pas : celle d'un autre service (le ROR), ou d'avant.",
                                    "The VIHF is of a version that this service does not take: another service's (the ROR), or an earlier one."),
                            SIGN_AGAIN)
                    .at("VIHF_Version"),
            Sign.ofAuthor(
                            "LPS-08",
                            Text.of(
                                    "Le VIHF dit la profession sans la spécialité, ou dans une autre nomenclature.",
                                    "The VIHF says the profession without the speciality, or in another nomenclature."),
                            SIGN_AGAIN)
                    .at("subject:role"),
            Sign.ofAuthor(
                            "LPS-08",
                            Text.of(
                                    "{2} n'est pas écrit : la donnée manque au paramétrage de la structure, ou le modèle du VIHF l'oublie.",
                                    "{2} is not written: the structure's settings lack it, or the template of the VIHF leaves it out."),
                            SIGN_AGAIN)
                    .observing(String::isEmpty),
            Sign.ofAuthor(
                    "LPS-08",
                    Text.of(
                            "{2} n'a pas la forme, ou la valeur, que le DMP attend.",
                            "{2} does not have the form, or the value, that the DMP expects."),
                    SIGN_AGAIN));

    private VihfSigns() {}
}
