package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;

/** What the texts leave open at the EDC PSC's guichet. */
final class HabilitationDoubts {

    static final Doubt EACH_COMPONENT = new Doubt(
            Text.of("Tous les composants sont-ils habilités ?", "Is every component habilité?"),
            Text.of(
                    "Chacun est suivi séparément pour son habilitation, les composants additionnels compris.",
                    "Each is followed apart for its habilitation, add-ons included."),
            Text.of(
                    "Les composants non autonomes ne le sont jamais, bien qu'ils soient dans l'Espace de Confiance.",
                    "Non-autonomous add-ons never are, although they are within the Espace de Confiance."),
            Text.of(
                    "La seconde lecture : la ligne S2 le dit en toutes lettres.",
                    "The second reading: line S2 says so in words."),
            Citation.faq(
                    "réponse sur plusieurs téléservices",
                    "Chaque composant doit être déclaré et suivi séparément pour son habilitation EDC PSC."),
            Citation.webinar(
                    "question sur plusieurs téléservices",
                    "Chaque composant de cette architecture doit être déclaré et faire l'objet des habilitations EDC"
                            + " PSC appropriées."),
            HabilitationRow.S2.citing(HabilitationRow.S2.remarks().get(0)));

    static final Doubt HOW_MANY_FILES = new Doubt(
            Text.of("Le nombre de candidatures au guichet EDC PSC", "How many files go to the EDC PSC guichet"),
            Text.of(
                    "Une seule pour la solution, dont le parcours d'habilitation est unique.",
                    "One for the solution, whose habilitation path is one."),
            Text.of(
                    "Une par rôle et par proxy : éditeur puis opérateur, et un dossier pour chaque proxy.",
                    "One for each role and each proxy: editor then operator, and a dossier for each proxy."),
            Text.of(
                    "Les deux se complètent : une candidature éditeur commune ELU et ELP si le proxy est intégré, un"
                            + " dossier par proxy, et une candidature opérateur à part, par logiciel opéré.",
                    "They complete each other: one editor's file with both ELU and ELP where the proxy is"
                            + " integrated, one dossier for each proxy, and an operator's file apart for each software operated."),
            Citation.webinar(
                    "« Architecture Proxy Intégré », parcours",
                    "vous devez obtenir une habilitation commune ELU et ELP (choisir les deux profils lors du"
                            + " formulaire administratif EDC PSC pour avoir une seule candidature sur le guichet)"),
            Citation.webinar(
                    "question sur plusieurs téléservices",
                    "elle suit un parcours d'habilitation EDC PSC unique pour son architecture déclarée"),
            Citation.faq(
                    "réponse sur les deux candidatures",
                    "vous devez déposer deux candidatures sur l'Espace de Confiance (EDC) Pro Santé Connect (PSC)"),
            Citation.faq(
                    "réponse sur plusieurs proxies",
                    "Un Editeur de Logiciel Utilisateur (ELU) devra déclarer plusieurs dossiers s'il s'interface"
                            + " avec plusieurs Proxy e-Santé : 1 dossier par Proxy e-Santé."));

    static final Doubt ELP_OF_A_PROXY_TIERS = new Doubt(
            Text.of("Qui détient l'ELP d'un proxy tiers", "Who holds the ELP of a third-party proxy"),
            Text.of(
                    "L'éditeur du composant : le tableau répond OUI sur sa ligne, et deux parcours lui demandent ELU"
                            + " et ELP.",
                    "The component's editor: the table answers OUI on its line, and two paths ask it for ELU and"
                            + " ELP."),
            Text.of(
                    "Le fournisseur du proxy, avec l'OSP ; le proxy est déjà habilité quand le LPS s'y raccorde.",
                    "The proxy's supplier, with the OSP; the proxy is habilité already when the LPS connects to it."),
            Text.of(
                    "La seconde lecture, dans toutes les architectures : l'ELP est celle de l'éditeur du proxy, l'ELU"
                            + " celle de l'éditeur du LPS ou du composant autonome.",
                    "The second reading, in every architecture: the ELP is the proxy editor's, the ELU the LPS's or"
                            + " the autonomous add-on's editor's."),
            HabilitationRow.S1.citing(HabilitationRow.S1.elp()),
            HabilitationRow.S1.citing(HabilitationRow.S1.remarks().get(0)),
            Citation.webinar(
                    "« Architectures composant additionnel non autonome… », parcours",
                    "Pour le guichet EDC PSC, vous devez obtenir les habilitations ELU et ELP, ainsi que les"
                            + " habilitations OSU et OSP"),
            Citation.webinar(
                    "« Architectures avec Proxy Tiers », parcours",
                    "Le fournisseur du proxy doit obtenir les habilitations ELP et OSP"),
            Citation.webinar(
                    "agréments de l'éditeur d'un composant autonome",
                    "Référencement du proxy qui fonctionne avec le composant \"éditeur proxy EDC PSC\""));

    static final Doubt SEVERAL_PRINCIPALS = new Doubt(
            Text.of("Plusieurs composants principaux", "Several principal components"),
            Text.of("Une solution en a un seul, par définition.", "A solution has one only, by definition."),
            Text.of(
                    "L'architecture au proxy partagé en a « un ou plusieurs ».",
                    "The architecture with a shared proxy has 'one or several'."),
            Text.of(
                    "La première lecture : un proxy partagé sert plusieurs solutions, chacune avec son principal,"
                            + " homologué et habilité pour lui-même.",
                    "The first reading: a shared proxy serves several solutions, each with its principal,"
                            + " homologated and habilité on its own."),
            Citation.webinar(
                    "« L'architecture de la solution logicielle en vague 2 »",
                    "Composant principal : composant applicatif central unique, édité par le Chef de file mandataire"
                            + " du groupement solidaire."),
            Citation.webinar(
                    "« Architectures multiples avec Proxy partagé »",
                    "Un ou plusieurs composants principaux différents qui utilise(nt) le même proxy"),
            Citation.webinar(
                    "« Architectures multiples avec Proxy partagé », question",
                    "chaque Composant Principal LPS doit être homologué au CNDA et habilité EDC PSC"));

    static final Doubt MEDICO_SOCIAL = new Doubt(
            Text.of(
                    "Ce que le couloir médico-social ne demande pas",
                    "What the médico-social corridor does not ask for"),
            Text.of(
                    "Rien de l'Espace de Confiance : son contrôle n'est pas demandé.",
                    "Nothing of the Espace de Confiance: its control is not asked for."),
            Text.of(
                    "Seul l'appel de l'API Credential : les parcours, écrits pour le DUI médico-social, demandent les"
                            + " habilitations.",
                    "The API Credential's call alone: the paths, written for the médico-social DUI, ask for the"
                            + " habilitations."),
            Text.of(
                    "La seconde lecture : l'appel est omis, les habilitations sont jugées comme ailleurs.",
                    "The second reading: the call is left out, the habilitations are judged as elsewhere."),
            Citation.webinar(
                    "annexe, double niveau de contrôle",
                    "Dans le cadre du couloir médico-social, ce contrôle complémentaire n'est pas demandé."),
            Citation.webinar(
                    "« Architecture Proxy Intégré », parcours",
                    "il convient de déposer les preuves du REM MS DUI Vague 2 demandées sur Convergence."),
            Slides.OSU_FOR_FUNDING);

    private HabilitationDoubts() {}
}
