package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ComposantAdditionnel;
import fr.accroche.compliance.declaration.ComposantAdditionnel.Autonome;
import fr.accroche.compliance.declaration.Solution;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** ARC-06: an add-on is not edited by the mandataire; an autonome has screens. */
public final class AddOnIsWhatItSays implements DeclaredRule {

    private static final Text SCREENS = Text.of("des écrans visibles (ui: true)", "visible screens (ui: true)");
    private static final Text NO_SCREEN = Text.of("aucun écran (ui: false)", "no screen (ui: false)");
    private static final Citation VISIBLE = Citation.webinar(
            "« Deuxième cas de figure »",
            "Un composant additionnel autonome est une application (tierce) à part entière avec des IHM autonomes et visibles.");
    private static final RuleCard CARD = RuleCard.violation(
                    "ARC-06",
                    Text.of(
                            "Un composant additionnel n'est pas édité par le mandataire de la solution ; s'il est autonome, il a des écrans.",
                            "An add-on is not edited by the mandataire of the solution; an autonome one has screens."),
                    Citation.webinar(
                            "« L'architecture de la solution logicielle en vague 2 »",
                            "Composant additionnel : composant applicatif édité par un membre du groupement solidaire ou un Editeur tiers, hors mandataire."),
                    Text.of(
                            "Déclarer comme partie du composant principal ce que le mandataire édite, et comme non autonome ce qui n'a pas d'écran : attendu {expected}, trouvé {observed}.",
                            "Declare as part of the composant principal what the mandataire edits, and as non autonome what has no screen: expected {expected}, found {observed}."),
                    Owner.MANDATAIRE,
                    Owner.EDITEUR_ADDITIONNEL)
            .because(
                    Text.of(
                            "Le type d'un composant décide de ses guichets : une ELU et un NIL pour un autonome, le CNDA seul pour un non autonome, rien de séparé pour le reste.",
                            "The type of a component decides on its guichets: an ELU and a NIL for an autonome, the CNDA alone for a non autonome, nothing apart for the rest."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        Stream<ComposantAdditionnel> all = dossier.declaration().all(ComposantAdditionnel.class);
        return Stream.concat(
                        all.flatMap(addOn -> editor(dossier, addOn)),
                        dossier.autonomes().stream().flatMap(AddOnIsWhatItSays::screens))
                .toList();
    }

    private static Stream<DeclaredFinding> editor(Dossier dossier, ComposantAdditionnel addOn) {
        List<String> mandataires = dossier.principalsUsing(addOn).stream()
                .flatMap(lps -> dossier.solutionsOf(lps).stream())
                .map(Solution::mandataire)
                .distinct()
                .toList();
        return mandataires.isEmpty()
                ? Stream.empty()
                : Stream.of(DeclaredFinding.judge(
                        CARD,
                        !mandataires.contains(addOn.editor()),
                        addOn.path() + ".editor",
                        Text.of("un autre que le mandataire ({0})", "another than the mandataire ({0})")
                                .with(String.join(", ", mandataires)),
                        Text.verbatim(addOn.editor())));
    }

    private static Stream<DeclaredFinding> screens(Autonome addOn) {
        return addOn.edition().ui().stream()
                .map(ui -> DeclaredFinding.judge(CARD, ui, addOn.path() + ".ui", SCREENS, ui ? SCREENS : NO_SCREEN)
                        .citing(VISIBLE));
    }
}
