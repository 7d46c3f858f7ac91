package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Solution;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** ARC-01: each solution has exactly one composant principal, edited by its mandataire. */
public final class OnePrincipal implements DeclaredRule {

    private static final Text ONE = Text.of("un seul composant principal", "one composant principal");
    private static final RuleCard CARD = RuleCard.violation(
                    "ARC-01",
                    Text.of(
                            "Chaque solution a un composant principal et un seul, édité par le mandataire du groupement.",
                            "Each solution has one composant principal and no more, edited by the mandataire of the groupement."),
                    Citation.webinar(
                            "« L'architecture de la solution logicielle en vague 2 »",
                            "Composant principal : composant applicatif central unique, édité par le Chef de file mandataire du groupement solidaire."),
                    Text.of(
                            "Déclarer une solution par composant principal (solutions, principal), portée par son éditeur : attendu {expected}, trouvé {observed}.",
                            "Declare one solution for each composant principal (solutions, principal), led by its editor: expected {expected}, found {observed}."),
                    Owner.MANDATAIRE,
                    Owner.EDITEUR_LPS)
            .because(
                    Text.of(
                            "Le composant principal porte la candidature : sans lui, ou avec deux, le guichet ne sait pas ce qui est candidat ni qui signe.",
                            "The composant principal carries the candidature: with none, or two, the guichet cannot tell what applies, nor who signs."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        Stream<DeclaredFinding> ofSolutions =
                dossier.declaration().solutions().stream().flatMap(solution -> ofSolution(dossier, solution));
        Stream<DeclaredFinding> outside = dossier.principals().stream()
                .filter(lps -> dossier.solutionsOf(lps).isEmpty())
                .map(lps -> DeclaredFinding.judge(
                        CARD,
                        false,
                        lps.path(),
                        Text.of("le composant principal d'une solution", "the composant principal of a solution"),
                        Text.of("d'aucune des solutions déclarées", "of none of the declared solutions")));
        return Stream.concat(ofSolutions, outside).toList();
    }

    private static Stream<DeclaredFinding> ofSolution(Dossier dossier, Solution solution) {
        List<ComposantPrincipal> own =
                dossier.principals().stream().filter(solution::has).toList();
        String names = own.stream().map(ComposantPrincipal::id).collect(Collectors.joining(", "));
        Text found = own.isEmpty() ? Text.of("aucun", "none") : Text.verbatim(own.size() + " (" + names + ")");
        DeclaredFinding count = DeclaredFinding.judge(CARD, own.size() == 1, solution.path(), ONE, found);
        return Stream.concat(Stream.of(count), own.stream().map(lps -> editor(solution, lps)));
    }

    private static DeclaredFinding editor(Solution solution, ComposantPrincipal lps) {
        return DeclaredFinding.judge(
                CARD,
                lps.editor().equals(solution.mandataire()),
                lps.path() + ".editor",
                Text.of("{0}, mandataire de « {1} »", "{0}, mandataire of '{1}'")
                        .with(solution.mandataire(), solution.name()),
                Text.verbatim(lps.editor()));
    }
}
