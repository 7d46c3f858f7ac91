package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ComposantAdditionnel.Autonome;
import fr.accroche.compliance.declaration.ComposantAdditionnel.Instance;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Teleservice;
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

/**
 * OPE-03: Where the LPS's operator is not the autonome's, no client_id of the LPS's operator reaches a service for that
 * add-on's flows: the add-on's own does.
 */
public final class AddOnSpeaksForItself implements DeclaredRule {

    private static final Text NOT_THE_LPS = Text.of(
            "un client_id du LPS sans {0}, que « {1} » appelle lui-même",
            "a client_id of the LPS without {0}, which '{1}' calls itself");
    private static final Text CALLS = Text.of("{0} appelle {1}", "{0} calls {1}");
    private static final Text NONE = Text.of("aucun", "none");
    private static final Text OWN =
            Text.of("un client_id de « {0} » opéré par {1}", "a client_id of '{0}' operated by {1}");
    private static final RuleCard CARD = RuleCard.violation(
                    "OPE-03",
                    Text.of(
                            "Quand l'opérateur du LPS n'est pas celui de l'autonome, l'autonome appelle les services sous son propre client_id.",
                            "Where the LPS's operator is not the autonome's, the autonome calls the services under its own client_id."),
                    Citation.webinar(
                            "annexe « Tableaux de synthèse », habilitation EDC PSC opérateur",
                            "L'Opérateur du LPS N'est PAS enregistré dans l'EDC PSC Opérateur."),
                    Text.of(
                            "Ôter du client_id du LPS ce que l'autonome prend en charge, et déclarer l'opération de l'autonome : {expected} ; trouvé : {observed}.",
                            "Take what the autonome takes over away from the LPS's client_id, and declare the autonome's operation: {expected}; found: {observed}."),
                    Owner.OPERATEUR_LPS,
                    Owner.EDITEUR_ADDITIONNEL)
            .because(
                    Text.of(
                            "L'EDC PSC n'a pas enregistré l'opérateur du LPS pour ces appels : l'API Credential les refuse.",
                            "The EDC PSC has not registered the LPS's operator for these calls: the API Credential refuses them."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.autonomes().stream()
                .flatMap(addOn -> addOn.instances().stream()
                        .filter(instance -> !instance.sameOperator())
                        .flatMap(instance ->
                                Stream.concat(Stream.of(own(dossier, addOn, instance)), lps(dossier, addOn, instance))))
                .distinct()
                .toList();
    }

    private static DeclaredFinding own(Dossier dossier, Autonome addOn, Instance instance) {
        List<String> own = dossier.operationsOf(addOn).stream()
                .filter(operation -> operation.operator().equals(instance.operator()))
                .map(operation -> operation.clientId().value())
                .toList();
        return DeclaredFinding.judge(
                CARD,
                !own.isEmpty(),
                addOn.path() + ".instances",
                OWN.with(
                        addOn.id(),
                        dossier.declaration().actors().get(instance.operator()).name()),
                own.isEmpty() ? NONE : Text.verbatim(String.join(", ", own)));
    }

    private static Stream<DeclaredFinding> lps(Dossier dossier, Autonome addOn, Instance instance) {
        return dossier.declaration().operations().stream()
                .filter(operation -> operation.lps().equals(instance.lps()))
                .filter(operation -> operation.operator().equals(instance.lpsOperator()))
                .filter(operation -> !operation.teleservices().isEmpty())
                .map(operation -> lps(dossier, addOn, operation));
    }

    private static DeclaredFinding lps(Dossier dossier, Autonome addOn, Operation operation) {
        List<Teleservice> taken = operation.teleservices().stream()
                .filter(addOn.functions()::contains)
                .toList();
        return DeclaredFinding.judge(
                CARD,
                taken.isEmpty(),
                dossier.declaration().path(operation) + ".teleservices",
                NOT_THE_LPS.with(labels(addOn.functions()), addOn.id()),
                taken.isEmpty() ? NONE : CALLS.with(operation.clientId(), labels(taken)));
    }

    private static String labels(List<Teleservice> services) {
        return services.stream().map(Teleservice::label).collect(Collectors.joining(", "));
    }
}
