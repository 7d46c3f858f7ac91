package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ComposantAdditionnel.Autonome;
import fr.accroche.compliance.declaration.ComposantAdditionnel.Instance;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;

/** OPE-02: Where one operator runs the LPS and the autonome, the only client_id that reaches a service is the LPS's. */
public final class OnlyTheLpsIsVisible implements DeclaredRule {

    private static final Text NONE = Text.of(
            "aucun client_id de « {0} » pour {1}, qui opère aussi « {2} »",
            "no client_id of '{0}' for {1}, who operates '{2}' too");
    private static final Text HELD = Text.of("seulement celui du LPS", "that of the LPS only");
    private static final Text SOME = Text.of("le client_id {0}", "the client_id {0}");
    private static final RuleCard CARD = RuleCard.violation(
                    "OPE-02",
                    Text.of(
                            "Quand un même opérateur opère le LPS et l'autonome, seul le client_id du LPS atteint les services.",
                            "Where one operator runs the LPS and the autonome, only the LPS's client_id reaches the services."),
                    Citation.webinar(
                            "annexe « Tableaux de synthèse », habilitation EDC PSC opérateur",
                            "Seul le cliend_id du LPS est visible par le service accédé via une API PSC."),
                    Text.of(
                            "Retirer cette opération : l'autonome appelle les services sous le client_id du LPS. Attendu : {expected} ; trouvé : {observed}.",
                            "Remove this operation: the autonome calls the services under the LPS's client_id. Expected: {expected}; found: {observed}."),
                    Owner.OPERATEUR_LPS,
                    Owner.EDITEUR_ADDITIONNEL)
            .because(Text.of(
                    "Le service verrait deux logiciels là où l'EDC PSC n'en a habilité qu'un pour cet opérateur.",
                    "The service would see two software where the EDC PSC habilitated one for this operator."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.autonomes().stream()
                .flatMap(addOn -> addOn.instances().stream()
                        .filter(Instance::sameOperator)
                        .map(instance -> check(dossier, addOn, instance)))
                .toList();
    }

    private static DeclaredFinding check(Dossier dossier, Autonome addOn, Instance instance) {
        Optional<Operation> own = dossier.operationsOf(addOn).stream()
                .filter(operation -> operation.operator().equals(instance.operator()))
                .findFirst();
        return DeclaredFinding.judge(
                CARD,
                own.isEmpty(),
                own.map(dossier.declaration()::path).orElse(addOn.path() + ".instances"),
                NONE.with(
                        addOn.id(),
                        dossier.declaration().actors().get(instance.operator()).name(),
                        instance.lps()),
                own.map(operation -> SOME.with(operation.clientId())).orElse(HELD));
    }
}
