package fr.accroche.scenarios.report.check;

import fr.accroche.compliance.check.Journey.Progress;
import fr.accroche.compliance.check.WaiverUse;
import fr.accroche.compliance.declaration.Homologation.Procedure;
import fr.accroche.compliance.declaration.Waiver;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;

/** The fixed words of the reports on a declaration. */
final class CheckWords {

    static final Text REHEARSAL = Text.of(
            "lecture locale d'une déclaration : ni décision, ni avis de l'ANS ou du CNDA",
            "a local reading of a declaration: no decision or opinion of ANS or CNDA");
    static final Text AS_OF = Text.of("déclaration {0} — {1} — au {2}", "declaration {0} — {1} — as of {2}");
    static final Text PROBLEMS = Text.of("Ce qui ne se lit pas", "What cannot be read");
    static final Text NOT_JUDGED = Text.of(
            "Le reste n'est pas jugé : ce qui manque fausserait le résultat.",
            "The rest is not judged: what is missing would mislead.");
    static final Text JUDGED_ALL_THE_SAME =
            Text.of("Le reste est jugé tel qu'il se lit.", "The rest is judged as it reads.");
    static final Text ARCHITECTURE = Text.verbatim("Architecture");
    static final Text NO_ARCHITECTURE = Text.of("aucune de celles du webinaire", "none of those of the webinar");
    static final Text OBLIGATIONS = Text.verbatim("Obligations");
    static final Text INTRUSION_TESTS = Text.of("Tests d'intrusion", "Intrusion tests");
    static final Text EDC_FILES = Text.of("Dossiers EDC PSC : {0}", "EDC PSC files: {0}");
    static final Text CNDA_REQUESTS = Text.of(
            "Demandes au CNDA, par nom commercial et téléservice : {0}",
            "Requests to the CNDA, by commercial name and téléservice: {0}");
    static final Text IDENTITIES = Text.of("Identités à montrer par {0}", "Identities that {0} must show");
    static final Text PATH = Text.of("Parcours de {0}", "Path of {0}");
    private static final Text PMT_LEFT = Text.of(
            "autorisation provisoire (PMT) jusqu'au {0} inclus : {1}",
            "provisional authorisation (PMT) to {0} included: {1}");
    private static final Text PMT_PAST =
            Text.of("autorisation provisoire (PMT) terminée le {0}", "provisional authorisation (PMT) ended on {0}");
    static final Text OBSERVED = Text.of("déclaré", "declared");
    static final Text DOUBT = Text.of("en doute", "in doubt");
    static final Text READING = Text.of("« {0} », ou bien « {1} » ({2})", "'{0}', or else '{1}' ({2})");
    static final Text ALSO = Text.of("aussi", "also");
    static final Text DIFFERS = Text.of("{0} — attendu : {1} ; déclaré : {2}", "{0} — expected: {1}; declared: {2}");
    static final Text WAIVERS = Text.of("Dérogations", "Waivers");
    private static final Text WAIVER = Text.of("{0}, jusqu'au {1}, {2} : {3}", "{0}, to {1}, {2}: {3}");
    static final Text LISTED = Text.of("{0} : {1}", "{0}: {1}");
    static final Text NOT_SIMULATED = Text.of(
            "MSSanté compte pour l'architecture ; accroche ne la simule pas.",
            "MSSanté counts for the architecture; accroche does not simulate it.");
    static final Text NO_CREDENTIAL = Text.of(
            "Couloir médico-social : le contrôle par l'API Credential n'est pas demandé ; les habilitations, si.",
            "Médico-social corridor: the Credential API's control is not asked for; the habilitations are.");
    static final Text WHO = Text.of("qui", "who");
    static final Text WHAT = Text.of("quoi", "what");
    static final Text STATE = Text.of("état", "state");
    static final Text WHERE = Text.of("où", "where");
    static final Text COMPONENT = Text.of("composant", "component");
    static final Text DATE = Text.verbatim("date");

    private CheckWords() {}

    /** When a provisional authorisation ends, or ended. */
    static Text pmtEnds(LocalDate until, long daysLeft) {
        Text left = Text.of(
                daysLeft + (daysLeft < 2 ? " jour restant" : " jours restants"),
                daysLeft + (daysLeft == 1 ? " day left" : " days left"));
        return daysLeft < 0 ? PMT_PAST.with(until) : PMT_LEFT.with(until, left);
    }

    static Text of(WaiverUse use) {
        Waiver waiver = use.waiver();
        return WAIVER.with(waiver.rule(), waiver.until(), use.state().title(), waiver.justification());
    }

    static Text of(Procedure procedure) {
        return procedure == Procedure.EXAMEN
                ? Text.of("directement à l'étape d'examen", "straight to the examination step")
                : Text.of("toutes les phases", "all the phases");
    }

    static Text of(Progress progress) {
        return switch (progress) {
            case DONE -> Text.of("fait", "done");
            case NEXT -> Text.of("à faire maintenant", "to do now");
            case LATER -> Text.of("ensuite", "later");
        };
    }
}
