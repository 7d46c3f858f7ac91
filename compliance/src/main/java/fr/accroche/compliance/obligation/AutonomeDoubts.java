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
                    "Les tableaux répondent : ELU et OSU du principal si les deux ont le même opérateur, aucune"
                            + " sinon.",
                    "The tables answer: ELU and OSU of the principal where both have the same operator, none"
                            + " otherwise."),
            Text.of(
                    "Rien n'est décidé d'avance : le guichet EDC PSC étudie chaque dossier, et l'habilitation reste"
                            + " un prérequis du référencement.",
                    "Nothing is decided beforehand: the EDC PSC guichet studies each file, and the habilitation"
                            + " remains a prerequisite of the référencement."),
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
                    "Le principal ne l'est pas quand un autre que l'éditeur du LPS opère le composant autonome ;"
                            + " l'homologation d'interfaçage n'est demandée que pour une instance dédiée, et pour le"
                            + " DMP.",
                    "The principal is not where another than the LPS's editor operates the add-on; the interfacing"
                            + " homologation is asked for a dedicated instance only, and for the DMP."),
            Text.of(
                    "À examiner dans le cas de la ligne C7, INSi compris, si le principal ne la détient pas ; de même pour"
                            + " l'interfaçage, quand l'opérateur du LPS n'opère pas l'instance du composant.",
                    "To review in the case of line C7, INSi included, where the principal does not hold it; likewise the"
                            + " interfacing, where the LPS's operator does not operate the add-on's instance."),
            Citation.webinar(
                    Slides.AUTONOME,
                    "Sur le guichet CNDA, vous devez obtenir l'homologation de votre composant principal. Ainsi"
                            + " qu'une homologation d'interfaçage avec votre composant additionnel autonome"),
            HomologationRow.C7.citing(HomologationRow.C7.file()),
            OperatorRow.O6.citing(OperatorRow.O6.habilitation()),
            Slides.SAME_OPERATOR,
            Citation.webinar(
                    "« Nouveauté de la vague 2 »",
                    "Homologation d'interfaçage dans le cas d'un composant additionnel autonome (pour le DMP)"),
            Slides.APPARENT_MODE);

    static final Doubt ON = new Doubt(
            Text.of(
                    "L'Ordonnance Numérique par un composant autonome que l'éditeur du LPS n'opère pas",
                    "The Ordonnance Numérique through an autonomous add-on that the LPS's editor does not operate"),
            Text.of(
                    "L'exception vaut pour toute la ligne : le principal dépose un dossier, et son numéro est envoyé.",
                    "The exception holds for the whole line: the principal takes a file, and its number is sent."),
            Text.of(
                    "L'astérisque n'est qu'à la deuxième colonne : le principal dépose un dossier, mais son numéro"
                            + " n'est pas envoyé.",
                    "The asterisk stands in the second column only: the principal takes a file, but its number is"
                            + " not sent."),
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
                    "À l'éditeur du LPS : une structure de santé qui opère les deux est dans le cas des lignes S7 et"
                            + " C7.",
                    "The LPS's editor: a health structure that operates both is in the case of lines S7 and C7."),
            Text.of(
                    "À l'opérateur du LPS : la même structure est dans le cas de la ligne O5, donc de S6 et C6.",
                    "The LPS's operator: the same structure is in the case of line O5, hence of S6 and C6."),
            Text.of(
                    "Les deux lectures se rejoignent quand l'éditeur du LPS l'opère ; à examiner quand une structure"
                            + " de santé l'opère.",
                    "Both readings agree where the LPS's editor operates it; to review where a health structure"
                            + " does."),
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
                    "La parenthèse n'exclut que l'éditeur du LPS (ligne C6) ; un autre opérateur envoie le numéro du"
                            + " composant.",
                    "The brackets exclude the LPS's editor only (line C6); any other operator sends the add-on's"
                            + " number."),
            Text.of(
                    "À examiner, si ni l'éditeur du composant ni celui du LPS ne l'opère : les textes se taisent.",
                    "To review where neither the add-on's editor nor the LPS's operates it: the texts are silent."),
            HomologationRow.C5.citing(HomologationRow.C5.numberSent()),
            Citation.webinar(
                    Slides.SECOND_CASE,
                    "L'opérateur de la solution logicielle PS peut opérer une instance dédiée de la solution"
                            + " autonome (tierce) ou peut utiliser une instance mutualisée opérée par l'éditeur de"
                            + " la solution autonome tierce."));

    static final Doubt INTEGRATED = new Doubt(
            Text.of("Un composant autonome : intégré ou interfacé", "An autonomous add-on: integrated, or interfaced"),
            Text.of(
                    "Intégré : les tableaux des habilitations et des tests d'intrusion le disent.",
                    "Integrated: the tables of habilitations and of intrusion tests say so."),
            Text.of(
                    "Interfacé par un appel contextuel : le tableau du CNDA et la définition le disent ; les schémas"
                            + " distinguent les deux mots.",
                    "Interfaced by a contextual call: the CNDA's table and the definition say so; the diagrams tell"
                            + " the two words apart."),
            Text.of(
                    "La seconde lecture : un composant autonome est toujours interfacé, les deux mots désignent ici"
                            + " le même cas.",
                    "The second reading: an autonomous add-on is always interfaced, and both words mean the same"
                            + " case here."),
            HabilitationRow.S6.citation(),
            IntrusionRow.P7.citation(),
            HomologationRow.C6.citation(),
            Citation.webinar(
                    Slides.SECOND_CASE,
                    "Le composant principal d'une solution logicielle PS s'interface avec l'application autonome"
                            + " (tierce) via un appel contextuel."),
            Citation.webinar(
                    "« Les types d'architecture… », légende",
                    "Les lignes pointillées indiquent une intégration de composant et les traits pleins indiquent"
                            + " un interfaçage entre composants."));

    static final Doubt SOME_TELESERVICES = new Doubt(
            Text.of(
                    "Un composant autonome pour certains téléservices seulement",
                    "An autonomous add-on for some of the téléservices only"),
            Text.of(
                    "Les lignes S7, C7 et O6 valent pour toute la solution.",
                    "Lines S7, C7 and O6 hold for the whole solution."),
            Text.of(
                    "Elles ne valent que pour les téléservices déportés vers le composant ; ce que le principal"
                            + " appelle lui-même reste aux lignes S1, C1, O1 ou O2.",
                    "They hold only for the téléservices moved to the add-on; what the principal calls itself stays"
                            + " under lines S1, C1, O1 or O2."),
            Text.of(
                    "La seconde lecture : un composant additionnel déporte « certaines briques », et l'homologation"
                            + " se fait par téléservice.",
                    "The second reading: an add-on takes over 'some bricks', and homologation goes by téléservice."),
            HabilitationRow.S7.citation(),
            OperatorRow.O6.citing(OperatorRow.O6.habilitation()),
            Citation.webinar(
                    "« L'architecture de la solution logicielle en vague 2 », composant additionnel",
                    "Permet de déporter certaines briques (DMP, INSi, ON)"));

    static final Doubt INTRUSION = new Doubt(
            Text.of(
                    "Tests d'intrusion d'une solution avec un composant autonome",
                    "Intrusion tests of a solution with an autonomous add-on"),
            Text.of(
                    "L'éditeur du LPS les fait faire, quel que soit l'opérateur ; rien n'est demandé pour le proxy.",
                    "The LPS's editor has them done, whoever the operator; nothing is asked for the proxy."),
            Text.of(
                    "Quand l'éditeur du composant l'opère, celui du LPS n'est pas éligible au guichet éditeur et n'a"
                            + " pas de preuve à y déposer ; quand celui du LPS l'opère, son proxy reste à tester.",
                    "Where the add-on's editor operates it, the LPS's is not eligible for the editor's guichet and"
                            + " has no proof to bring there; where the LPS's operates it, its proxy is still to be"
                            + " tested."),
            Text.of(
                    "La première lecture : le tableau des tests d'intrusion tel quel, le proxy suivant sa propre"
                            + " ligne P4.",
                    "The first reading: the table of intrusion tests as it is, the proxy following its own line P4."),
            IntrusionRow.P7.citing(IntrusionRow.P7.byLpsEditor()),
            IntrusionRow.P7.citing(IntrusionRow.P7.byProxyEditor()),
            IntrusionRow.P4.citing(IntrusionRow.P4.byProxyEditor()),
            HabilitationRow.S6.citing(HabilitationRow.S6.elp()),
            HabilitationRow.S7.citation());

    static final Doubt NAME = new Doubt(
            Text.of("Le nom d'un composant autonome au CNDA", "The CNDA's name of an autonomous add-on"),
            Text.of("« Application autonome ».", "'Application autonome'."),
            Text.of(
                    "« Application métier », le même que celui du composant principal.",
                    "'Application métier', the same as the principal's."),
            Text.of(
                    "La seconde lecture, celle de l'annexe des terminologies : cndaName: application-metier.",
                    "The second reading, the terminology annex's: cndaName: application-metier."),
            Citation.webinar(Slides.SECOND_CASE, "Au CNDA, il s'agit d'une application autonome."),
            Citation.webinar("« Terminologies Ségur & CNDA », composant additionnel autonome", "Application métier"));

    static final Doubt INTEGRATES = new Doubt(
            Text.of(
                    "Un composant non autonome intégré dans un composant autonome",
                    "A non-autonomous add-on integrated in an autonomous one"),
            Text.of(
                    "Permis : un composant autonome est un logiciel utilisateur, et suit le même parcours.",
                    "Allowed: an autonomous add-on is a logiciel utilisateur, on the same path."),
            Text.of(
                    "Pas prévu : le composant principal ou le proxy l'intègre, rien d'autre.",
                    "Not foreseen: the principal or the proxy integrates it, nothing else."),
            Text.of(
                    "La seconde lecture : une autre intégration est une non-conformité ; aucun tableau n'a de ligne"
                            + " pour elle.",
                    "The second reading: any other integration is a failure; no table has a line for it."),
            Citation.webinar(
                    "« Les types d'architecture… »",
                    "Un composant Additionnel non autonome est intégré dans le Proxy ou dans le logiciel utilisateur"),
            Citation.webinar(
                    "« L'architecture de la solution logicielle en vague 2 »",
                    "non autonome (en dépendance avec le composant principal ou le proxy)"),
            Citation.faq(
                    "réponse sur l'EAI tiers",
                    "Côté LPS (Composant Principal) : dans ce cas, il est intégré au logiciel utilisateur"));

    private AutonomeDoubts() {}
}
