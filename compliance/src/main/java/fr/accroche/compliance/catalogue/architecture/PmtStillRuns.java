package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * PMT-02: the provisional authorisation still runs, and not for its last days only. One that begins after the day judged is
 * PMT-03's to tell.
 */
public final class PmtStillRuns implements DeclaredRule {

    private static final int SOON = 30;
    private static final Text EXPECTED = Text.of(
                    "une autorisation qui court encore plus de {0} jours",
                    "an authorisation that runs for more than {0} days yet")
            .with(SOON);
    private static final RuleCard CARD = RuleCard.violation(
                    "PMT-02",
                    Text.of(
                            "L'autorisation provisoire du PMT court encore : elle vaut trois mois.",
                            "The PMT's provisional authorisation still runs: it counts for three months."),
                    Citation.webinar(
                            "« Prérequis de maturité technique »",
                            "L'autorisation délivrée par l'ANS dans le cadre du PMT est provisoire et valable pour une durée de 3 mois."),
                    Text.of(
                            "Faire renouveler l'autorisation auprès de l'ANS, ou retirer pmt si les habilitations sont définitives : {observed}.",
                            "Have ANS renew the authorisation, or take pmt out if the habilitations are final: {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.GUICHET)
            .because(Text.of(
                    "Passé le dernier jour, l'API Credential refuse le client_id, et les tests d'accrochage s'arrêtent.",
                    "Past the last day the Credential API refuses the client_id, and the first tests stop."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return Accrochage.all(dossier)
                .filter(one -> one.pmt()
                        .validatedOn()
                        .filter(from -> !from.isAfter(dossier.day()))
                        .isPresent())
                .flatMap(one -> one.pmt().until().map(last -> judge(one, last, dossier.day())).stream())
                .toList();
    }

    private static DeclaredFinding judge(Accrochage one, LocalDate last, LocalDate day) {
        long left = ChronoUnit.DAYS.between(day, last);
        Text found = left < 0
                ? Text.of("finie depuis le {0}, jours de retard : {1}", "over since {0}, days late: {1}")
                        .with(last, -left)
                : Text.of("dernier jour le {0}, jours restants : {1}", "last day {0}, days left: {1}")
                        .with(last, left);
        DeclaredFinding finding =
                DeclaredFinding.judge(CARD, left > SOON, one.path() + ".validatedOn", EXPECTED, found);
        return left >= 0 && left <= SOON ? finding.as(Status.WARNING) : finding;
    }
}
