package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** PMT-05: a test number is declared after a first authentication only. The number itself is not shown. */
public final class TestNumberComesLast implements DeclaredRule {

    private static final Text EXPECTED = Text.of(
            "un numéro de test après une première authentification", "a test number after a first authentication");
    private static final Text BEFORE = Text.of(
            "un numéro de test, sans première authentification", "a test number, without a first authentication");
    private static final RuleCard CARD = RuleCard.info(
                    "PMT-05",
                    Text.of(
                            "Le numéro de test vient après une première authentification réussie.",
                            "The test number comes after a first successful authentication."),
                    Citation.webinar(
                            "annexe, double niveau de contrôle",
                            "une fois les tests techniques validés, un numéro de test est attribué, permettant à l'éditeur de poursuivre son parcours jusqu'à l'homologation CNDA."),
                    Text.of(
                            "Déclarer firstAuthenticationOn, ou retirer testNumber : attendu {expected}, trouvé {observed}.",
                            "Declare firstAuthenticationOn, or take testNumber out: expected {expected}, found {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.CNDA)
            .because(Text.of(
                    "Un numéro d'avant les tests est celui d'un autre logiciel, ou un reste d'essai.",
                    "A number from before the tests is another software's, or left over from a trial."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return Accrochage.all(dossier)
                .filter(one -> one.pmt().testNumber().isPresent())
                .map(one -> {
                    boolean held = one.pmt().firstAuthenticationOn().isPresent();
                    return DeclaredFinding.judge(
                            CARD, held, one.path() + ".testNumber", EXPECTED, held ? EXPECTED : BEFORE);
                })
                .toList();
    }
}
