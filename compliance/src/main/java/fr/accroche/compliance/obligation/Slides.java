package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;

/** Passages of the slides and answers that more than one doubt quotes. */
public final class Slides {

    static final String SECOND_CASE = "« Deuxième cas de figure »";
    static final String AUTONOME = "« Architecture composant additionnel autonome (LPS) + Proxy tiers », parcours";
    static final String OPERATOR_SCHEMA = "annexe « Schémas… Parcours Opérateur », architecture proxy intégré";

    static final Citation SAME_OPERATOR = Citation.webinar(
            SECOND_CASE,
            "Si l'opérateur du composant principal de la solution logicielle PS opère aussi une instance dédiée de"
                    + " l'application autonome (tierce) alors le composant principal de la solution logicielle PS"
                    + " doit passer une homologation d'interfaçage avec l'application autonome (tierce) dans le"
                    + " cadre de la conformité DMP.");
    static final Citation APPARENT_MODE = Citation.webinar(
            SECOND_CASE,
            "Pour l'INSi et l'Ordonnance Numérique les éditeurs intégrant des composants tierces (moteur coté CNDA)"
                    + " doivent déposer une demande de conformité en mode apparent.");
    public static final Citation MASKED_MODE = Citation.webinar(
            SECOND_CASE,
            "Dans le cas où le logiciel intègre un composant déjà autorisé « INSi » en mode IHM masquée (ou semi"
                    + " masquée), l'éditeur doit réaliser toutes les phases de la procédure de conformité.");
    static final Citation OSU_FOR_FUNDING = Citation.webinar(
            "« Architecture Proxy Intégré », parcours",
            "ainsi que les habilitations OSU et OSP (si vous voulez être éligible au financement du SONS MS DUI"
                    + " Vague 2 vous devez obtenir l'habilitation OSU)");

    public static final Citation NO_PROXY_AT_CNDA =
            Citation.webinar("« Guichet CNDA »", "Pas d'homologation CNDA pour le proxy");

    private Slides() {}
}
