package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;

/** What the texts leave open on the way that the prérequis de maturité technique opens. */
final class PmtDoubts {

    private static final String PMT = "« Prérequis de maturité technique »";

    static final Doubt THREE_MONTHS = new Doubt(
            Text.of(
                    "Le premier et le dernier jour des trois mois du PMT",
                    "The first and last day of the PMT's three months"),
            Text.of(
                    "Du jour où l'ANS valide le chapitre, trois mois de calendrier, dernier jour compris.",
                    "From the day ANS validates the chapter, three calendar months, last day included."),
            Text.of(
                    "Du jour où le CNDA reçoit l'autorisation, ou ouvre l'accès.",
                    "From the day the CNDA receives the authorisation, or opens the access."),
            Text.of(
                    "La première lecture, la plus courte : le texte ne dit ni le premier jour ni le compte.",
                    "The first reading, the shortest: the text says neither the first day nor how to count."),
            Citation.webinar(
                    PMT,
                    "L'autorisation délivrée par l'ANS dans le cadre du PMT est provisoire et valable pour une"
                            + " durée de 3 mois. Elle est transmise au CNDA par l'ANS"));

    static final Doubt AFTERWARDS = new Doubt(
            Text.of("Le PMT une fois les habilitations accordées", "The PMT once the habilitations are granted"),
            Text.of(
                    "Les trois mois ne comptent plus : l'autorisation n'était que provisoire.",
                    "The three months no longer count: the authorisation was only provisional."),
            Text.of(
                    "Les environnements de test du CNDA se ferment au bout de trois mois, quoi qu'il en soit.",
                    "The CNDA's test environments close after three months, whatever else is granted."),
            Text.of(
                    "Le texte ne dit pas ce qui suit : tant que pmt est déclaré, ses trois mois comptent ; le retirer"
                            + " dit que les habilitations définitives l'ont remplacé.",
                    "The text does not say what follows: as long as pmt is declared its three months count; to take"
                            + " it out says that the final habilitations have replaced it."),
            Citation.webinar(
                    PMT,
                    "L'autorisation délivrée par l'ANS dans le cadre du PMT est provisoire et valable pour une"
                            + " durée de 3 mois."),
            Citation.webinar(
                    PMT,
                    "permettre aux éditeurs d'initier le plus tôt possible leurs tests d'intégration (tests"
                            + " d'accrochage) aux API PSC du CNDA."));

    static final Doubt TEST_NUMBER = new Doubt(
            Text.of("Les tests qui donnent un numéro de test", "The tests that give a test number"),
            Text.of(
                    "L'accrochage suffit : une authentification validée par une API PSC.",
                    "The accrochage is enough: one authentication validated through an API PSC."),
            Text.of(
                    "Les tests d'intégration, assertion et API Credential comprises.",
                    "The integration tests, the assertion's and the API Credential's included."),
            Text.of(
                    "Ce que les deux lectures ont en commun : pas de numéro avant une première authentification.",
                    "What both readings share: no number before a first authentication."),
            Citation.webinar(
                    "annexe, double niveau de contrôle",
                    "une fois les tests techniques validés, un numéro de test est attribué"),
            Citation.webinar(
                    PMT,
                    "Par « tests d'accrochage », on entend la validation des requêtes d'authentification via Pro"
                            + " Santé Connect"));

    private PmtDoubts() {}
}
