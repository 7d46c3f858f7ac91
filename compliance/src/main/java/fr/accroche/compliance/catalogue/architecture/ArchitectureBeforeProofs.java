package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.Solution;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** HAB-11: A declaration can be modified, best before the proofs are deposited. */
public final class ArchitectureBeforeProofs implements DeclaredRule {

    private static final Text BEFORE = Text.of(
            "une architecture arrêtée avant les preuves {0} de « {1} », déposées le {2}",
            "an architecture settled before the {0} proofs of '{1}', deposited on {2}");
    private static final Text CHANGED = Text.of("changée le {0}", "changed on {0}");
    private static final RuleCard CARD = RuleCard.info(
                    "HAB-11",
                    Text.of(
                            "L'architecture déclarée ne change plus une fois les preuves déposées.",
                            "The declared architecture does not change once the proofs are deposited."),
                    Citation.faq(
                            "réponse sur la modification de la déclaration",
                            "Oui, il est possible de modifier sa déclaration. Il est recommandé de faire ses arbitrages avant le dépôt des preuves car celles-ci pourraient être à requalifier."),
                    Text.of(
                            "Vérifier avec le guichet EDC PSC quelles preuves sont à requalifier : {expected} ; trouvé : {observed}.",
                            "Ask the EDC PSC guichet which proofs must be requalified: {expected}; found: {observed}."),
                    Owner.MANDATAIRE,
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(Text.of(
                    "Les preuves déjà déposées pourraient être à requalifier.",
                    "The proofs that are deposited already may have to be requalified."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.declaration().solutions().stream()
                .flatMap(solution ->
                        solution.segur().architectureChangedOn().stream().flatMap(day -> check(dossier, solution, day)))
                .toList();
    }

    private static Stream<DeclaredFinding> check(Dossier dossier, Solution solution, LocalDate changed) {
        return dossier.habilitated(solution).stream()
                .flatMap(component -> Filed.of(component, Profil.ELU, Profil.ELP).stream()
                        .flatMap(file -> file.proofsOn().stream()
                                .map(proofs -> DeclaredFinding.judge(
                                        CARD,
                                        !changed.isAfter(proofs),
                                        solution.path() + ".segur.architectureChangedOn",
                                        BEFORE.with(file.habilitation().profile(), component.id(), proofs),
                                        CHANGED.with(changed)))));
    }
}
