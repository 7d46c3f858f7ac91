package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** ENV-02, where it is declared: in production no value bears our marks. No value is shown: some are secrets. */
public final class NothingSimulatedInProduction implements DeclaredRule {

    private static final Text EXPECTED =
            Text.of("aucune valeur marquée SIMULE en production", "no value marked SIMULE in production");
    private static final Text NONE = Text.of("aucune", "none");
    private static final Text MARKED =
            Text.of("une valeur qui porte cette marque, non recopiée ici", "a value with that mark, not copied here");
    private static final RuleCard CARD = RuleCard.violation(
                    "ENV-02",
                    Text.of(
                            "Une identité simulée ne peut jamais passer pour une vraie : rien de marqué SIMULE n'est déclaré en production.",
                            "A simulated identity can never be taken for a real one: nothing marked SIMULE is declared in production."),
                    Citation.webinar(
                            "annexe « Architectures de Proxy e-Santé »",
                            "la complexité liée à l'alignement des environnements (production et hors production) entre PSC, le proxy et les API"),
                    Text.of(
                            "Remplacer cette valeur par celle que le guichet a attribuée, ou déclarer environment: test.",
                            "Replace this value by the one that the guichet gave, or declare environment: test."),
                    Owner.EDITEUR_LPS,
                    Owner.OPERATEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .likeReal(Likeness.invented(
                    Text.of("la marque SIMULE est propre à accroche", "the mark SIMULE is accroche's own")))
            .because(Text.of(
                    "Les noms et les numéros marqués SIMULE sont ceux d'accroche : aucun service réel ne les connaît.",
                    "The names and numbers marked SIMULE are accroche's own: no real service knows them."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        if (dossier.declaration().environment() != Environment.PRODUCTION) {
            return List.of();
        }
        List<DeclaredFinding> marked = MarkedPlaces.of(dossier.declaration())
                .map(path -> DeclaredFinding.judge(CARD, false, path, EXPECTED, MARKED))
                .toList();
        return marked.isEmpty() ? List.of(DeclaredFinding.judge(CARD, true, "environment", EXPECTED, NONE)) : marked;
    }
}
