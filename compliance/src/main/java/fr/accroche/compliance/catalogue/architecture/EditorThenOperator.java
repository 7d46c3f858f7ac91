package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** HAB-06: Editor and operator of one's own solution: two candidatures, éditeur first, then opérateur. */
public final class EditorThenOperator implements DeclaredRule {

    private static final Text ANOTHER = Text.of(
            "une candidature {0} autre que celle de l'{1} de « {2} »",
            "a candidature {0} other than that of the {1} of '{2}'");
    private static final Text CANDIDATURE = Text.verbatim("candidature {0}");
    private static final Text AFTER = Text.of(
            "une candidature {0} déposée une fois l'{1} de « {2} » accordée ({3})",
            "a candidature {0} handed in once the {1} of '{2}' is granted ({3})");
    private static final Text ON = Text.of("déposée le {0}", "handed in on {0}");
    private static final RuleCard CARD = RuleCard.violation(
                    "HAB-06",
                    Text.of(
                            "Qui édite et opère sa solution dépose deux candidatures : éditeur d'abord, opérateur ensuite.",
                            "Who edits and operates its solution hands in two candidatures: editor first, operator next."),
                    Citation.faq(
                            "réponse sur l'éditeur et opérateur de sa solution",
                            "en tant qu'éditeur et opérateur de la solution logicielle, vous devez déposer deux candidatures sur l'Espace de Confiance (EDC) Pro Santé Connect (PSC) accessible via Convergence."),
                    Text.of(
                            "Candidater au guichet opérateur à part, une fois l'habilitation d'éditeur obtenue : {expected} ; trouvé : {observed}.",
                            "Apply at the operator guichet apart, once the editor's habilitation is obtained: {expected}; found: {observed}."),
                    Owner.OPERATEUR_LPS,
                    Owner.OPERATEUR_PROXY)
            .because(Text.of(
                    "Le guichet opérateur ne s'ouvre qu'à un composant dont l'éditeur est déjà habilité.",
                    "The operator guichet opens only to a component whose editor is habilité already."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        Declaration declaration = dossier.declaration();
        return declaration.operations().stream()
                .flatMap(operation -> check(declaration, operation))
                .distinct()
                .toList();
    }

    private static Stream<DeclaredFinding> check(Declaration declaration, Operation operation) {
        return Stream.concat(
                check(declaration, operation.operator(), Profil.OSU, declaration.lps(operation), Profil.ELU),
                check(declaration, operation.proxyOperator(), Profil.OSP, declaration.proxy(operation), Profil.ELP));
    }

    private static Stream<DeclaredFinding> check(
            Declaration declaration, String operator, Profil as, Component component, Profil first) {
        if (!component.editor().equals(operator)) {
            return Stream.empty();
        }
        List<Filed> edited = Filed.of(component, first);
        return Filed.of(declaration.actors().get(operator), as, component.id()).stream()
                .flatMap(file -> Stream.concat(
                        apart(file, edited, component).stream(), after(file, edited, component).stream()));
    }

    private static Optional<DeclaredFinding> apart(Filed file, List<Filed> edited, Component component) {
        List<String> editors =
                edited.stream().flatMap(one -> one.candidature().stream()).toList();
        return file.candidature()
                .filter(name -> !editors.isEmpty())
                .map(name -> DeclaredFinding.judge(
                        CARD,
                        !editors.contains(name),
                        file.path() + ".candidature",
                        ANOTHER.with(file.habilitation().profile(), profile(edited), component.id()),
                        CANDIDATURE.with(name)));
    }

    private static Optional<DeclaredFinding> after(Filed file, List<Filed> edited, Component component) {
        Optional<LocalDate> granted = edited.stream()
                .flatMap(one -> one.habilitation().grantedOn().stream())
                .min(Comparator.naturalOrder());
        return file.submittedOn()
                .or(() -> file.habilitation().grantedOn())
                .flatMap(asked -> granted.map(since -> DeclaredFinding.judge(
                        CARD,
                        !asked.isBefore(since),
                        file.path() + ".submittedOn",
                        AFTER.with(file.habilitation().profile(), profile(edited), component.id(), since),
                        ON.with(asked))));
    }

    private static Profil profile(List<Filed> edited) {
        return edited.get(0).habilitation().profile();
    }
}
