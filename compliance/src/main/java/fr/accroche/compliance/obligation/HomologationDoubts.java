package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;

/** What the texts leave open at the CNDA's guichet. */
final class HomologationDoubts {

    static final Doubt EAI_IN_PROXY = new Doubt(
            Text.of(
                    "Homologation d'un composant non autonome (EAI) intégré au proxy",
                    "Homologation of a non-autonomous add-on (EAI) integrated in the proxy"),
            Text.of(
                    "Aucun dossier : le tableau répond NON pour le proxy qui l'intègre.",
                    "No file: the table answers NON for the proxy that integrates it."),
            Text.of(
                    "L'EAI est homologué dans les deux cas, et le LPS qui utilise ce proxy aussi, ce que le webinaire"
                            + " ajoute à la FAQ.",
                    "The EAI is homologated in both cases, and so is the LPS that uses this proxy, which the webinar"
                            + " adds to the FAQ."),
            Text.of(
                    "La ligne C4 parle du proxy, qui n'est jamais homologué ; l'EAI relève de la ligne C2 : à"
                            + " examiner, s'il ne détient aucune homologation.",
                    "Line C4 is about the proxy, which never is homologated; the EAI itself falls under line C2: to"
                            + " review where it holds no homologation."),
            HomologationRow.C4.citing(HomologationRow.C4.file()),
            Citation.webinar(
                    "« Architectures composant additionnel non autonome… », question sur l'EAI tiers",
                    "Le LPS qui utilise le proxy doit être homologué au CNDA"),
            Citation.webinar(
                    "« Architectures composant additionnel non autonome… », question sur l'EAI tiers",
                    "Dans les deux cas, l'EAI doit être homologué par le CNDA, que ce soit intégré au LPS ou au"
                            + " Proxy e-Santé."),
            Citation.faq(
                    "réponse sur l'EAI tiers",
                    "Côté Proxy e-Santé : dans ce cas, l’EAI, intégré au Proxy e-Santé, sera homologué au CNDA. Le"
                            + " Proxy e-Santé en tant que tel n’a pas à être homologué au CNDA."));

    static final Doubt MASKED_ON = new Doubt(
            Text.of(
                    "Composant tiers en mode masqué ou semi-masqué pour l'Ordonnance Numérique",
                    "Third-party component in masked or semi-masked mode for the Ordonnance Numérique"),
            Text.of(
                    "Toutes les phases, comme pour l'INSi : un moteur à IHM masquée existe aussi pour l'ON.",
                    "All the phases, as for INSi: an engine with a masked interface exists for ON too."),
            Text.of(
                    "La demande en mode apparent suffit : seule l'INSi est citée avec le mode masqué.",
                    "The request in apparent mode is enough: masked mode is named with INSi alone."),
            Text.of("À examiner : le texte se tait pour l'ON.", "To review: the text is silent on ON."),
            Slides.MASKED_MODE,
            Citation.webinar("« Terminologies Ségur & CNDA »", "Moteur à IHM masquée (INSi, ON)"),
            HomologationRow.C2.citation());

    static final Doubt APPARENT_FOR_ALL = new Doubt(
            Text.of(
                    "Le mode apparent demandé à tous ceux qui intègrent un composant tiers",
                    "Apparent mode asked of all who integrate a third-party component"),
            Text.of(
                    "Tous déposent leur demande en mode apparent, quel que soit le composant.",
                    "All make their request in apparent mode, whatever the component."),
            Text.of(
                    "Le mode est celui du composant : apparent, l'examen suffit ; masqué ou semi-masqué, toutes les"
                            + " phases.",
                    "The mode is the component's: apparent, the examination is enough; masked or semi-masked, all"
                            + " the phases."),
            Text.of(
                    "La seconde lecture : le mode du composant décide, car deux lignes plus bas le même texte traite"
                            + " le mode masqué.",
                    "The second reading: the component's own mode decides, since two lines below the same text deals"
                            + " with masked mode."),
            Slides.APPARENT_MODE,
            Slides.MASKED_MODE);

    static final Doubt MSSANTE = new Doubt(
            Text.of("MSSanté au guichet du CNDA", "MSSanté at the CNDA's guichet"),
            Text.of(
                    "Une homologation CNDA aussi pour la MSSanté, citée parmi les téléservices.",
                    "A CNDA homologation for MSSanté too, named among the téléservices."),
            Text.of(
                    "Aucune : le tableau ne connaît que le DMP, l'INSi et l'ON.",
                    "None: the table knows only the DMP, INSi and ON."),
            Text.of("À examiner, si la MSSanté est déclarée.", "To review where MSSanté is declared."),
            Citation.webinar(
                    "question sur plusieurs téléservices",
                    "Si une Solution Logicielle fait appel à plusieurs téléservices (INSi, DMP, Ordonnance"
                            + " Numérique, MSSanté, etc.)"),
            Citation.webinar(
                    "question sur plusieurs téléservices",
                    "doit obtenir autant d'homologations CNDA que de téléservices concernés"),
            Citation.webinar(
                    "annexe « Tableaux de synthèse », titre de la deuxième colonne",
                    "Homologations CNDA (DMP, InSi, ON)"));

    private HomologationDoubts() {}
}
