package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.obligation.Ambiguity;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** CND-03: One homologation per téléservice used, under one architecture. */
public final class OneHomologationPerTeleservice implements DeclaredRule {

    private static final Text OWN = Text.of("un numéro pour {0} seulement", "a number for {0} only");
    private static final Text ALONE = Text.of("il ne sert qu'à lui", "it stands for it alone");
    private static final Text SHARED = Text.of("le même numéro que pour {0}", "the same number as for {0}");
    private static final Text PERHAPS = Text.of(
            "peut-être une homologation pour la MSSanté, que le tableau ne connaît pas",
            "perhaps a homologation for MSSanté, which the table does not know");
    private static final Text DECLARED = Text.of("MSSanté déclarée", "MSSanté declared");
    private static final RuleCard CARD = RuleCard.violation(
                    "CND-03",
                    Text.of(
                            "Chaque téléservice a sa propre homologation : un numéro ne vaut pas pour deux.",
                            "Each téléservice has its own homologation: a number does not stand for two."),
                    Citation.webinar(
                            "question sur plusieurs téléservices",
                            "doit obtenir autant d'homologations CNDA que de téléservices concernés"),
                    Text.of(
                            "Reprendre le numéro que le CNDA a donné pour ce téléservice : {expected} ; trouvé : {observed}.",
                            "Copy the number that the CNDA gave for this téléservice: {expected}; found: {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_ADDITIONNEL)
            .because(Text.of(
                    "Un téléservice ne connaît que le numéro qui a été attribué pour lui : il refuse les autres.",
                    "A téléservice knows only the number that was attributed for it: it refuses the others."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return Stream.concat(
                        dossier.declaration().components().values().stream()
                                .filter(component -> CndaAct.product(component).isPresent())
                                .flatMap(OneHomologationPerTeleservice::check),
                        dossier.declaration().solutions().stream()
                                .filter(solution -> solution.teleservices().contains(Teleservice.MSSANTE))
                                .map(solution -> DeclaredFinding.review(
                                        CARD,
                                        solution.path() + ".teleservices",
                                        PERHAPS,
                                        DECLARED,
                                        Ambiguity.MSSANTE_AT_CNDA)))
                .toList();
    }

    private static Stream<DeclaredFinding> check(Component component) {
        List<CndaAct> acts = CndaAct.of(component);
        return acts.stream().filter(act -> act.number().isPresent()).map(act -> {
            Optional<Teleservice> other = acts.stream()
                    .filter(one -> one.service() != act.service() && one.sharesNumberWith(act))
                    .map(CndaAct::service)
                    .findFirst();
            return DeclaredFinding.judge(
                    CARD,
                    other.isEmpty(),
                    act.path(),
                    OWN.with(act.service().label()),
                    other.map(service -> SHARED.with(service.label())).orElse(ALONE));
        });
    }
}
