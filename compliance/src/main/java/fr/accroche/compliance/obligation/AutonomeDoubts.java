package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;

/** What the texts leave open when the composant principal goes through a composant additionnel autonome. */
final class AutonomeDoubts {

    static final Doubt HABILITATION = new Doubt(
            Text.of(
                    "Habilitation du composant principal interfacé avec un composant additionnel autonome",
                    "Habilitation of a principal component interfaced with an autonomous add-on"),
            Text.of(
                    "Les tableaux répondent : ELU et OSU du principal si les deux ont le même opérateur, aucune sinon.",
                    "The tables answer: ELU and OSU of the principal where both have the same operator, none otherwise."),
            Text.of(
                    "Rien n'est décidé d'avance : le guichet EDC PSC étudie chaque dossier, et l'habilitation reste un"
                            + " prérequis du référencement.",
                    "Nothing is decided beforehand: the EDC PSC guichet studies each file, and the habilitation remains a"
                            + " prerequisite of the référencement."),
            Text.of(
                    "À examiner, si le principal ne détient pas ces habilitations ; rien à dire, s'il les détient.",
                    "To review where the principal does not hold these habilitations; nothing to say where it does."),
            Citation.webinar(
                    Slides.AUTONOME,
                    "Concernant le composant principal les dossiers seront étudiés au cas par cas pour faire les"
                            + " habilitations ELU et OSU"),
            Citation.webinar(
                    "« L'architecture de la solution logicielle en vague 2 », composant principal",
                    "Doit obtenir l'habilitation EDC PSC « Editeur de logiciel utilisateur » (ELU)"),
            HabilitationRow.S6.citing(HabilitationRow.S6.elu()),
            HabilitationRow.S7.citing(HabilitationRow.S7.elu()),
            OperatorRow.O5.citing(OperatorRow.O5.habilitation()),
            OperatorRow.O6.citing(OperatorRow.O6.habilitation()),
            Citation.faq(
                    "réponse sur la date 2",
                    "l'habilitation EDC PSC est obligatoire et constitue un pré requis à votre référencement Ségur."));

    static final Doubt HOMOLOGATION = new Doubt(
            Text.of(
                    "Homologation du composant principal interfacé avec un composant additionnel autonome",
                    "Homologation of a principal component interfaced with an autonomous add-on"),
            Text.of(
                    "Le principal est toujours homologué, et son interfaçage avec le composant autonome aussi.",
                    "The principal is always homologated, and so is its interfacing with the autonomous add-on."),
            Text.of(
                    "Le principal ne l'est pas quand un autre que l'éditeur du LPS opère le composant autonome ; l'homologation"
                            + " d'interfaçage n'est demandée que pour une instance dédiée, et pour le DMP.",
                    "The principal is not where another than the LPS's editor operates the add-on; the interfacing homologation"
                            + " is asked for a dedicated instance only, and for the DMP."),
            Text.of(
                    "À examiner, si le principal ne la détient pas dans le cas de la ligne C7, INSi compris.",
                    "To review where the principal does not hold it in the case of line C7, INSi included."),
            Citation.webinar(
                    Slides.AUTONOME,
                    "Sur le guichet CNDA, vous devez obtenir l'homologation de votre composant principal. Ainsi qu'une"
                            + " homologation d'interfaçage avec votre composant additionnel autonome"),
            HomologationRow.C7.citing(HomologationRow.C7.file()),
            OperatorRow.O6.citing(OperatorRow.O6.habilitation()),
            Slides.SAME_OPERATOR,
            Slides.APPARENT_MODE);

    static final Doubt ON = new Doubt(
            Text.of(
                    "L'Ordonnance Numérique par un composant autonome que l'éditeur du LPS n'opère pas",
                    "The Ordonnance Numérique through an autonomous add-on that the LPS's editor does not operate"),
            Text.of(
                    "L'exception vaut pour toute la ligne : le principal dépose un dossier, et son numéro est envoyé.",
                    "The exception holds for the whole line: the principal takes a file, and its number is sent."),
            Text.of(
                    "L'astérisque n'est qu'à la deuxième colonne : le principal dépose un dossier, mais son numéro n'est pas"
                            + " envoyé.",
                    "The asterisk stands in the second column only: the principal takes a file, but its number is not sent."),
            Text.of(
                    "À examiner : le dossier du principal quand il manque, et le numéro envoyé.",
                    "To review: the principal's file where it is missing, and the number sent."),
            HomologationRow.C7.citation(),
            HomologationRow.C7.citing(HomologationRow.C7.file()),
            HomologationRow.C7.citing(HomologationRow.C7.numberSent()),
            Slides.APPARENT_MODE);

    static final Doubt EDITOR_OR_OPERATOR = new Doubt(
            Text.of(
                    "À qui comparer l'opérateur du composant autonome : à l'éditeur du LPS, ou à son opérateur",
                    "Whom to compare the autonomous add-on's operator with: the LPS's editor, or its operator"),
            Text.of(
                    "À l'éditeur du LPS : une structure de santé qui opère les deux est dans le cas des lignes S7 et C7.",
                    "The LPS's editor: a health structure that operates both is in the case of lines S7 and C7."),
            Text.of(
                    "À l'opérateur du LPS : la même structure est dans le cas de la ligne O5, donc de S6 et C6.",
                    "The LPS's operator: the same structure is in the case of line O5, hence of S6 and C6."),
            Text.of(
                    "Les deux lectures se rejoignent quand l'éditeur du LPS l'opère ; à examiner quand une structure de santé"
                            + " l'opère.",
                    "Both readings agree where the LPS's editor operates it; to review where a health structure does."),
            HabilitationRow.S6.citation(),
            HabilitationRow.S7.citation(),
            HomologationRow.C6.citation(),
            HomologationRow.C7.citation(),
            OperatorRow.O5.citation(),
            OperatorRow.O6.citation(),
            Slides.SAME_OPERATOR);

    static final Doubt NUMBER_ELSEWHERE = new Doubt(
            Text.of(
                    "Le numéro d'un composant autonome opéré par un tiers",
                    "The number of an autonomous add-on that a third party operates"),
            Text.of(
                    "Il n'est envoyé que si l'éditeur du composant l'opère : sinon, celui du principal.",
                    "It is sent only where the add-on's editor operates it: the principal's otherwise."),
            Text.of(
                    "La parenthèse n'exclut que l'éditeur du LPS (ligne C6) ; un autre opérateur envoie le numéro du composant.",
                    "The brackets exclude the LPS's editor only (line C6); any other operator sends the add-on's number."),
            Text.of(
                    "À examiner, si ni l'éditeur du composant ni celui du LPS ne l'opère : les textes se taisent.",
                    "To review where neither the add-on's editor nor the LPS's operates it: the texts are silent."),
            HomologationRow.C5.citing(HomologationRow.C5.numberSent()),
            Citation.webinar(
                    Slides.SECOND_CASE,
                    "L'opérateur de la solution logicielle PS peut opérer une instance dédiée de la solution autonome (tierce)"
                            + " ou peut utiliser une instance mutualisée opérée par l'éditeur de la solution autonome tierce."));

    private AutonomeDoubts() {}
}
