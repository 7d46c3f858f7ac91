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
                    "La réalisation de ces deux étapes est indispensable pour que les clients de la Solution"
                            + " Logicielle bénéficient du financement prévu par le Ségur."),
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
                    "« Les types d'architecture… », légende",
                    "Edité par le Chef de file mandataire du groupement solidaire"),
            Citation.webinar(
                    "« Les types d'architecture… », légende",
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
                    "'LPS_éditeur_C', as the diagram's text says, as if C were an editor."),
            Text.of(
                    "La première lecture : un client_id par couple de LPS et d'opérateur ; C n'édite rien.",
                    "The first reading: one client_id for each pair of LPS and operator; C edits nothing."),
            Citation.webinar(Slides.OPERATOR_SCHEMA, "cas ES = opérateur LPS LPS_éditeur_A,Opérateur_C"),
            OperatorSchemaRow.CLIENT_ID.citation(),
            OperatorSchemaRow.CERTIFICATE_CN.citation(),
            OperatorSchemaRow.TOKEN_EXCHANGE.citation());

    static final Doubt OU_OF_WHOM = new Doubt(
            Text.of(
                    "La structure de l'OU du certificat : éditeur ou opérateur du proxy",
                    "The structure in the certificate's OU: the proxy's editor, or its operator"),
            Text.of(
                    "L'opérateur du proxy : c'est lui qui présente le certificat.",
                    "The proxy's operator: it is the one that presents the certificate."),
            Text.of(
                    "L'éditeur du proxy : le schéma ne montre que le cas où les deux sont A.",
                    "The proxy's editor: the diagram shows only the case where both are A."),
            Text.of(
                    "La première lecture : le schéma est celui du parcours opérateur, et y nomme l'opérateur du"
                            + " proxy.",
                    "The first reading: the diagram is the operator path's, and names the operator of the proxy"
                            + " there."),
            OperatorSchemaRow.CERTIFICATE_OU.citation(),
            Citation.webinar(Slides.OPERATOR_SCHEMA, "on suppose que l'opérateur de proxy est l'éditeur du LPS"),
            Citation.webinar(Slides.OPERATOR_SCHEMA, "OPERATEUR_PROXY = PROXY_éditeur_A,opérateur_A"));

    static final Doubt SAAS_OR_OWN_INSTANCES = new Doubt(
            Text.of(
                    "L'hébergement d'un proxy qu'une structure de santé opère",
                    "The hosting of a proxy that a health structure operates"),
            Text.of("Toujours en SaaS : la remarque est sans exception.", "Always SaaS: the remark has no exception."),
            Text.of(
                    "Dans le système d'information de la structure, selon l'exemple du CHU.",
                    "Within the structure's own information system, as in the example of the CHU."),
            Text.of(
                    "La première lecture : un autre hébergement est une non-conformité ; l'exemple du CHU est dit"
                            + " hors Ségur vague 2 pour le DPI.",
                    "The first reading: another hosting is a failure; the CHU's example is said to be outside Ségur"
                            + " wave 2 for the DPI."),
            OperatorRow.O3.citing(OperatorRow.O3.remarks().get(0)),
            OperatorRow.O4.citing(OperatorRow.O4.remarks().get(0)));

    private OperatorDoubts() {}
}
