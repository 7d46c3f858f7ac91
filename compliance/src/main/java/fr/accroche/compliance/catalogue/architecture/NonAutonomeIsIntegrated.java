package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ComposantAdditionnel.NonAutonome;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** ARC-07: a non autonome add-on says where it is integrated: in the LPS, or in a proxy. */
public final class NonAutonomeIsIntegrated implements DeclaredRule {

    private static final Text EXPECTED =
            Text.of("la clé d'un composant principal ou d'un proxy", "the key of a composant principal or of a proxy");
    private static final RuleCard CARD = RuleCard.violation(
                    "ARC-07",
                    Text.of(
                            "Un composant additionnel non autonome dit où il est intégré : dans le LPS ou dans un proxy.",
                            "A non autonome add-on says where it is integrated: in the LPS or in a proxy."),
                    Citation.webinar(
                            "« Les types d'architecture… »",
                            "Un composant Additionnel non autonome est intégré dans le Proxy ou dans le logiciel utilisateur"),
                    Text.of(
                            "Écrire sous integratedIn {expected} ; trouvé : {observed}.",
                            "Write under integratedIn {expected}; found: {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY,
                    Owner.EDITEUR_ADDITIONNEL)
            .because(
                    Text.of(
                            "Le lieu d'intégration décide de qui déclare quoi à chaque guichet, et du plan de test du CNDA.",
                            "Where it is integrated decides on who declares what to each guichet, and on the CNDA's test plan."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.nonAutonomes().stream()
                .map(addOn -> DeclaredFinding.judge(
                        CARD,
                        integrated(dossier, addOn),
                        addOn.path() + ".integratedIn",
                        EXPECTED,
                        addOn.integratedIn().map(Text::verbatim).orElse(Text.of("rien", "nothing"))))
                .toList();
    }

    /** Whether it is in a component that can integrate it. */
    static boolean integrated(Dossier dossier, NonAutonome addOn) {
        return addOn.integratedIn()
                .map(dossier.declaration().components()::get)
                .filter(home -> home instanceof ComposantPrincipal || home instanceof ProxyEsante)
                .isPresent();
    }
}
