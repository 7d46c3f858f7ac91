package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;

/** What the texts leave open about who edits and who operates. */
final class OperatorDoubts {

    static final Doubt ELSEWHERE = new Doubt(
            Text.of(
                    "Un opérateur qui n'est ni l'éditeur ni une structure de santé",
                    "An operator that is neither the editor nor a health structure"),
            Text.of(
                    "L'opérateur est habilité quel qu'il soit : toutes les lignes du LPS et du proxy répondent OUI.",
                    "The operator is habilité whoever it is: all the lines of the LPS and of the proxy answer OUI."),
            Text.of(
                    "Un hébergeur tiers n'est pas prévu : aucune ligne ne le nomme.",
                    "A third-party host is not foreseen: no line names one."),
            Text.of("À examiner : le tableau n'a pas de ligne.", "To review: the table has no line."),
            OperatorRow.O1.citation(),
            OperatorRow.O2.citation(),
            OperatorRow.O3.citation(),
            OperatorRow.O4.citation());

    static final Doubt OSU_FOR_FUNDING_ONLY = new Doubt(
            Text.of("L'habilitation OSU, due ou choisie", "The OSU habilitation: owed, or chosen"),
            Text.of(
                    "Due seulement par qui veut le financement du SONS MS DUI Vague 2.",
                    "Owed only by who wants the funding of the SONS MS DUI Vague 2."),
            Text.of(
                    "Due par tout opérateur de service utilisateur : le tableau répond OUI sans condition.",
                    "Owed by every operator of a user service: the table answers OUI without condition."),
            Text.of(
                    "Le tableau : une habilitation OSU qui manque est une non-conformité.",
                    "The table: a missing OSU habilitation is a failure."),
            Slides.OSU_FOR_FUNDING,
            Citation.faq(
                    "réponse sur les deux candidatures",
                    "La réalisation de ces deux étapes est indispensable pour que les clients de la Solution Logicielle"
                            + " bénéficient du financement prévu par le Ségur."),
            OperatorRow.O1.citing(OperatorRow.O1.habilitation()));

    static final Doubt MEMBER_S_PROXY = new Doubt(
            Text.of(
                    "Un proxy édité par un membre du groupement solidaire",
                    "A proxy edited by a member of the groupement solidaire"),
            Text.of(
                    "Un proxy tiers : les schémas n'ont que deux couleurs, le mandataire et les autres.",
                    "A third-party proxy: the diagrams have two colours only, the mandataire and the others."),
            Text.of(
                    "Un proxy du groupement, donc intégré : l'éditeur tiers est un fournisseur externe.",
                    "A proxy of the groupement, hence integrated: an éditeur tiers is an outside supplier."),
            Text.of(
                    "La première lecture : un proxy que l'éditeur du LPS n'édite pas compte comme proxy tiers.",
                    "The first reading: a proxy that the LPS's editor does not edit counts as a third-party proxy."),
            Citation.webinar(
                    "« Les types d'architecture », légende",
                    "Edité par le Chef de file mandataire du groupement solidaire"),
            Citation.webinar(
                    "« Les types d'architecture », légende",
                    "Edité par un membre du groupement solidaire ou un Editeur tiers"),
            Citation.webinar(
                    "« Les rôles des acteurs de la candidature Ségur », éditeur tiers",
                    "Éditeur fournisseur externe (hors mandataire)"));

    static final Doubt CLIENT_ID_OF_C = new Doubt(
            Text.of(
                    "Le client_id d'un LPS qu'une structure de santé opère",
                    "The client_id of an LPS that a health structure operates"),
            Text.of(
                    "Celui du couple éditeur A, opérateur C, selon le titre du schéma.",
                    "The one of the pair editor A, operator C, as the diagram's heading says."),
            Text.of(
                    "« LPS_éditeur_C », selon le texte du schéma, comme si C était éditeur.",
                    "\"LPS_éditeur_C\", as the diagram's text says, as if C were an editor."),
            Text.of(
                    "La première lecture : un client_id par couple de LPS et d'opérateur ; C n'édite rien.",
                    "The first reading: one client_id for each pair of LPS and operator; C edits nothing."),
            Citation.webinar(Slides.OPERATOR_SCHEMA, "cas ES = opérateur LPS LPS_éditeur_A,Opérateur_C"),
            OperatorSchemaRow.CLIENT_ID.citation(),
            OperatorSchemaRow.CERTIFICATE_CN.citation(),
            OperatorSchemaRow.TOKEN_EXCHANGE.citation());

    private OperatorDoubts() {}
}
