package fr.accroche.scenarios.report.pmt;

import fr.accroche.compliance.check.Journey;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.pmt.PmtFile;
import fr.accroche.scenarios.pmt.PmtState;

/** The fixed words of the PMT page. */
final class PmtWords {

    static final Text TITLE = Text.verbatim("Prérequis de maturité technique (PMT)");
    /** On every sheet of paper. */
    static final Text NOTICE = Text.of(
            "Répétition locale faite par accroche. Ni décision, ni avis, ni document de l'ANS ou du CNDA.",
            "A local rehearsal made by accroche. No decision, opinion or document of ANS or CNDA.");

    static final Text WHAT = Text.of(
            "Ce qui doit être vert avant que commencent les trois mois d'accès aux environnements de test du CNDA. Les preuves que l'ANS demande dans ce chapitre ne sont pas publiques : chaque partie dit d'où vient ce qu'elle demande.",
            "What must be green before the three months of access to the CNDA's test environments start. The proofs that ANS asks for in that chapter are not public: each part says where what it asks for comes from.");
    static final Text NOT_HERE = Text.of(
            "Ni habilitation, ni homologation, ni référencement ne sont attendus pour le PMT : « accroche check » les suit.",
            "No habilitation, homologation or référencement is expected for the PMT: 'accroche check' follows those.");
    static final Text DECLARATION = Text.of("déclaration", "declaration");
    static final Text RUN = Text.of("passage", "run");
    static final Text RUN_IS = Text.of("{0}, commencé le {1}", "{0}, begun at {1}");
    static final Text AS_OF = Text.of("au", "as of");
    static final Text SOLUTION = Text.verbatim("solution");
    static final Text STATE = Text.of("état", "state");
    static final Text POINT = Text.of("ce qui doit être vert", "what must be green");
    static final Text EVIDENCE = Text.of("ce qui le montre, ou s'y oppose", "what shows it, or stands against it");
    static final Text WHERE = Text.of("où", "where");
    static final Text WHO = Text.of("qui", "who");
    static final Text LABELLED = Text.of("{0} : {1}", "{0}: {1}");
    static final Text PLACE = Text.of("où : {0} ; qui : {1}", "where: {0}; who: {1}");
    static final Text PARTS = Text.of("Parties", "Parts");
    static final Text PART = Text.of("partie", "part");
    static final Text OPEN = Text.of("points ouverts", "open points");
    static final Text MONTHS = Text.of("Les trois mois", "The three months");
    static final Text NUMBERS = Text.of("Numéro de test simulé", "Simulated test number");
    static final Text ABOUT_NUMBERS = Text.of(
            "Inventé par accroche, toujours le même pour la même déclaration. La forme des vrais numéros de test n'est pas publique ; celui-ci commence par SIMULE pour n'être pris pour aucun. Ne pas le transmettre comme un numéro attribué.",
            "Made up by accroche, always the same for the same declaration. The form of real test numbers is not public; this one begins with SIMULE so as to be taken for none. Do not pass it on as a number that was attributed.");
    static final Text SIGNED = Text.of(
            "Relu par : ______________________   le : ____________",
            "Read by: ______________________   on: ____________");
    static final Text SUMMARY = Text.of("Résultat", "Result");

    private static final Text NOT_YET = Text.of(
            "{0} : aucun PMT validé n'est déclaré ; ils n'ont pas commencé",
            "{0}: no validated PMT is declared; they have not started");
    private static final Text UNTIL = Text.of(
            "{0} : dernier jour le {1} ; jours restants à cette date : {2}",
            "{0}: last day {1}; days left as of that day: {2}");
    private static final Text OVER = Text.of("{0} : finis depuis le {1}", "{0}: over since {1}");
    private static final Text NONE = Text.of("aucun : points ouverts : {0}", "none: open points: {0}");

    private PmtWords() {}

    /** Where one client_id is in its three months. */
    static Text window(Journey journey) {
        String client = journey.operation().clientId().value();
        return journey.until()
                .map(last ->
                        journey.daysLeft() < 0 ? OVER.with(client, last) : UNTIL.with(client, last, journey.daysLeft()))
                .orElse(NOT_YET.with(client));
    }

    static Text noNumber(PmtFile file) {
        return NONE.with(file.count(PmtState.RED) + file.count(PmtState.NOT_SHOWN));
    }

    static Text summary(PmtFile file) {
        long green = file.count(PmtState.GREEN);
        long red = file.count(PmtState.RED);
        long open = file.count(PmtState.NOT_SHOWN);
        return Text.of(
                green
                        + (green < 2 ? " vert, " : " verts, ")
                        + red
                        + (red < 2 ? " rouge, " : " rouges, ")
                        + open
                        + (open < 2 ? " non montré" : " non montrés"),
                green + " green, " + red + " red, " + open + " not shown");
    }
}
