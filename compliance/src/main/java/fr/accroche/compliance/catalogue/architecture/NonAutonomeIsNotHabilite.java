package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** HAB-10: A composant additionnel non autonome is never habilité by the EDC PSC. */
public final class NonAutonomeIsNotHabilite implements DeclaredRule {

    private static final Text NONE = Text.of("aucune habilitation", "no habilitation");
    private static final Text SOME = Text.of("habilitations déclarées : {0}", "habilitations declared: {0}");
    private static final RuleCard CARD = RuleCard.violation(
                    "HAB-10",
                    Text.of(
                            "Un composant additionnel non autonome n'est jamais habilité par l'EDC PSC.",
                            "A composant additionnel non autonome is never habilité by the EDC PSC."),
                    Citation.webinar(
                            "« Parcours Espace de confiance (EDC) Pro Santé Connect (PSC) »",
                            "Pas d'homologation EDC PSC pour les composants additionnels non autonomes"),
                    Text.of(
                            "Retirer ces habilitations : c'est le CNDA qui homologue ce composant, et le LPS ou le proxy qui l'intègre qui est habilité.",
                            "Remove these habilitations: the CNDA homologates this component, and the LPS or the proxy that integrates it is habilité."),
                    Owner.EDITEUR_ADDITIONNEL,
                    Owner.EDITEUR_LPS)
            .because(Text.of(
                    "Le guichet n'a pas de parcours pour lui : le dossier serait refusé.",
                    "The guichet has no path for it: the file would be refused."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.nonAutonomes().stream()
                .map(addOn -> DeclaredFinding.judge(
                        CARD,
                        addOn.habilitations().isEmpty(),
                        addOn.path() + ".habilitations",
                        NONE,
                        addOn.habilitations().isEmpty()
                                ? NONE
                                : SOME.with(addOn.habilitations().size())))
                .toList();
    }
}
