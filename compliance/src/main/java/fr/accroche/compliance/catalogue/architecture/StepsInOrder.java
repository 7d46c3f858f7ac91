package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Pmt;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** PMT-03: the steps after the PMT were taken in the recommended order, none skipped. The PMT's own place is PMT-01's. */
public final class StepsInOrder implements DeclaredRule {

    private static final RuleCard CARD = RuleCard.info(
                    "PMT-03",
                    Text.of(
                            "Les étapes se suivent : valider le PMT, se déclarer au CNDA, configurer l'environnement de test, s'authentifier une première fois.",
                            "The steps follow each other: validate the PMT, declare oneself to the CNDA, configure the test environment, authenticate a first time."),
                    Citation.webinar(
                            "« Prérequis de maturité technique »",
                            "Dans ce contexte, il est fortement recommandé d'adopter la séquence suivante"),
                    Text.of(
                            "Reprendre la première étape qui manque, ou corriger sa date : attendu {expected}, trouvé {observed}.",
                            "Take up the first step that is missing, or correct its date: expected {expected}, found {observed}."),
                    Owner.EDITEUR_LPS)
            .because(Text.of(
                    "Une étape sautée se paie plus loin : un blocage technique se voit trop tard dans les trois mois.",
                    "A skipped step costs later: a technical obstacle shows too late in the three months."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        Text expected = Text.of(
                        "les étapes dans l'ordre, sans saut, au plus tard le {0}",
                        "the steps in their order, none skipped, not after {0}")
                .with(dossier.day());
        return Accrochage.all(dossier)
                .filter(one -> one.steps().anyMatch(Optional::isPresent))
                .map(one -> DeclaredFinding.judge(
                        CARD, inOrder(one.pmt()) && !announced(one, dossier.day()), one.path(), expected, one.told()))
                .toList();
    }

    private static boolean inOrder(Pmt pmt) {
        return follows(pmt.declaredOn(), pmt.configuredOn())
                && follows(pmt.configuredOn(), pmt.firstAuthenticationOn());
    }

    private static boolean follows(Optional<LocalDate> before, Optional<LocalDate> after) {
        return after.map(day -> before.filter(earlier -> !earlier.isAfter(day)).isPresent())
                .orElse(true);
    }

    private static boolean announced(Accrochage one, LocalDate day) {
        return one.steps().flatMap(Optional::stream).anyMatch(step -> step.isAfter(day));
    }
}
