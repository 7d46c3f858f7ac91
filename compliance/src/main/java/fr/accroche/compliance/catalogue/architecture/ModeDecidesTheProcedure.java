package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ComposantAdditionnel;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Homologation;
import fr.accroche.compliance.declaration.Homologation.Mode;
import fr.accroche.compliance.declaration.Homologation.Procedure;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.obligation.Ambiguity;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Slides;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CND-07: INSi / ON with an already authorised component: in apparent mode the examination is enough; masked or semi-masked
 * INSi takes all the phases.
 */
public final class ModeDecidesTheProcedure implements DeclaredRule {

    private static final Text ALL_PHASES = Text.of(
            "{0} : toutes les phases de la procédure (procedure: complete)",
            "{0}: all the phases of the procedure (procedure: complete)");
    private static final Text AUTHORISED = Text.of(
            "{0} : l'examen seul, avec un composant déjà autorisé en mode apparent",
            "{0}: the examination alone, with a component authorised already in apparent mode");
    private static final Text COMPLETE = Text.of("toutes les phases", "all the phases");
    private static final Text EXAMINED = Text.of("l'examen seul, comme prévu", "the examination alone, as foreseen");
    private static final Text MASKED =
            Text.of("l'examen seul, avec « {0} » en mode masqué", "the examination alone, with '{0}' in masked mode");
    private static final Text WITH_NONE = Text.of(
            "l'examen seul, sans composant déjà autorisé",
            "the examination alone, without a component authorised already");
    private static final RuleCard CARD = RuleCard.violation(
                    "CND-07",
                    Text.of(
                            "Pour l'INSi et l'ON, seul un composant déjà autorisé en mode apparent dispense des tests.",
                            "For INSi and ON, only a component authorised already in apparent mode exempts from the tests."),
                    Citation.webinar(
                            "« Deuxième cas de figure »",
                            "Dans le cas où le logiciel intègre un composant déjà autorisé « INSi » et/ou « Ordonnance Numérique » en mode IHM apparente, l'éditeur n'a pas à constituer de dossier de preuves de tests, il peut passer directement à l'étape d'examen de conformité indiquée à l'Article 5.3 : Etape d'examen."),
                    Text.of(
                            "Reprendre la procédure de conformité au début, ou intégrer un composant déjà autorisé en mode apparent : {expected} ; trouvé : {observed}.",
                            "Take the conformity procedure from its start, or integrate a component authorised already in apparent mode: {expected}; found: {observed}."),
                    Owner.EDITEUR_LPS)
            .because(
                    Text.of(
                            "En mode masqué, c'est le LPS qui montre les écrans : ce que le composant a déjà prouvé ne les couvre pas.",
                            "In masked mode the LPS shows the screens: what the component has proved already does not cover them."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.principals().stream()
                .flatMap(lps -> CndaAct.of(lps).stream().flatMap(act -> check(dossier, lps, act)))
                .toList();
    }

    private static Stream<DeclaredFinding> check(Dossier dossier, ComposantPrincipal lps, CndaAct act) {
        Teleservice service = act.service();
        List<ComposantAdditionnel> addOns = dossier.addOnsOf(lps).stream()
                .filter(addOn -> addOn.functions().contains(service))
                .toList();
        boolean complete = act.homologation().procedure() == Procedure.COMPLETE;
        if (service == Teleservice.DMP || addOns.isEmpty() && complete) {
            return Stream.empty();
        }
        Optional<Text> masked = addOns.stream()
                .filter(addOn -> addOn.mode(service) != Mode.APPARENT)
                .map(addOn -> MASKED.with(addOn.id()))
                .findFirst();
        boolean authorised = addOns.stream()
                .flatMap(addOn -> homologation(addOn, service).stream())
                .anyMatch(homologation -> homologation.heldOn(dossier.day()));
        Text phases = ALL_PHASES.with(service.label());
        if (complete) {
            return Stream.of(DeclaredFinding.judge(CARD, true, act.path(), phases, COMPLETE));
        }
        if (masked.isPresent() && service == Teleservice.INSI) {
            return Stream.of(DeclaredFinding.judge(CARD, false, act.path(), phases, masked.get())
                    .citing(Slides.MASKED_MODE));
        }
        return Stream.of(
                authorised && masked.isPresent()
                        ? DeclaredFinding.review(CARD, act.path(), phases, masked.get(), Ambiguity.MASKED_ON)
                        : DeclaredFinding.judge(
                                CARD,
                                authorised,
                                act.path(),
                                AUTHORISED.with(service.label()),
                                authorised ? EXAMINED : WITH_NONE));
    }

    private static Optional<Homologation> homologation(ComposantAdditionnel addOn, Teleservice service) {
        return Optional.ofNullable(addOn.product().homologations().get(service));
    }
}
