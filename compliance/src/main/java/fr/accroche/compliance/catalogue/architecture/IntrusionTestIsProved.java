package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.IntrusionTest;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.List;

/** PEN-02: each intrusion test has a date and a report reference. */
public final class IntrusionTestIsProved implements DeclaredRule {

    private static final Text DATED =
            Text.of("la date, passée, et la référence du rapport", "its date, past, and its report's reference");
    private static final Text BOTH = Text.of("du {0}, rapport déclaré", "of {0}, report declared");
    private static final Text NO_DATE = Text.of("pas de date", "no date");
    private static final Text TO_COME = Text.of("du {0}, à venir", "of {0}, yet to come");
    private static final Text NO_REPORT = Text.of("pas de rapport", "no report");
    private static final RuleCard CARD = RuleCard.warning(
                    "PEN-02",
                    Text.of(
                            "Un test d'intrusion a une date et un rapport.",
                            "An intrusion test has a date and a report."),
                    Citation.webinar(
                            "« Parcours Espace de confiance (EDC) Pro Santé Connect (PSC) »",
                            "Dépôt des preuves et validation des différents chapitres"),
                    Text.of(
                            "Compléter on et report sous intrusionTest : {expected} ; trouvé : {observed}.",
                            "Fill in on and report under intrusionTest: {expected}; found: {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY,
                    Owner.EDITEUR_ADDITIONNEL)
            .likeReal(Likeness.simplified(
                    Text.of(
                            "les preuves sont exigées ; leur date et leur référence en sont déduites",
                            "proofs are asked for; their date and reference are inferred"),
                    Basis.of(PublicSource.WEBINAR)))
            .because(Text.of(
                    "Un test que rien ne date ni ne rapporte n'est pas une preuve que l'on puisse déposer.",
                    "A test that nothing dates nor reports is not a proof that one can deposit."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.declaration().components().values().stream()
                .flatMap(component ->
                        component.edition().intrusionTest().stream().map(test -> check(component, test, dossier.day())))
                .toList();
    }

    private static DeclaredFinding check(Component component, IntrusionTest test, LocalDate day) {
        boolean past = test.on().filter(on -> !on.isAfter(day)).isPresent();
        return DeclaredFinding.judge(
                CARD,
                past && test.report().isPresent(),
                component.path() + ".intrusionTest",
                DATED,
                past && test.report().isEmpty()
                        ? NO_REPORT
                        : test.on().map((past ? BOTH : TO_COME)::with).orElse(NO_DATE));
    }
}
