package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.CommercialName;
import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Nil;
import fr.accroche.compliance.declaration.Product;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Obligation;
import fr.accroche.compliance.obligation.Obligations;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * CND-04: One NIL, hence one conformity request, per commercial name. The first name's homologations are the homologation
 * table's to ask for; a further name is judged by the same table, as if it were the first.
 */
public final class EachNameIsHomologated implements DeclaredRule {

    private static final Text OWN_NIL = Text.of("un NIL propre à « {0} »", "a NIL of '{0}' alone");
    private static final Text GIVEN = Text.of("le sien", "its own");
    private static final Text NO_NIL = Text.of("pas de NIL", "no NIL");
    private static final Text SHARED_NIL = Text.of("le NIL d'un autre nom", "another name's NIL");
    private static final Text OWN_ACT = Text.of("{0} sous le nom « {1} »", "{0} under the name '{1}'");
    private static final Text SHARED_NUMBER = Text.of("le numéro d'un autre nom", "another name's number");
    private static final RuleCard CARD = RuleCard.violation(
                    "CND-04",
                    Text.of(
                            "Chaque nom commercial a son NIL et sa propre demande de conformité au CNDA.",
                            "Each commercial name has its NIL and its own conformity request at the CNDA."),
                    Citation.webinar(
                            "question sur les noms commerciaux",
                            "Même si le logiciel « technique » est unique, chaque nom commercial correspond à un NIL distinct, et nécessite donc une demande de conformité CNDA propre."),
                    Text.of(
                            "Demander au CNDA un NIL et une conformité pour ce nom, et les déclarer sous commercialNames : {expected} ; trouvé : {observed}.",
                            "Ask the CNDA for a NIL and a conformity for this name, and declare them under commercialNames: {expected}; found: {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_ADDITIONNEL)
            .because(Text.of(
                    "Un produit vendu sous un nom que le CNDA ne connaît pas n'est pas homologué, quel que soit son code.",
                    "A product sold under a name that the CNDA does not know is not homologated, whatever its code."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        List<Nil> all = dossier.declaration().components().values().stream()
                .flatMap(component -> CndaAct.product(component).stream())
                .flatMap(product -> product.names().stream())
                .flatMap(name -> name.nil().stream())
                .toList();
        return dossier.declaration()
                .all(LogicielUtilisateur.class)
                .flatMap(software -> IntStream.range(
                                0, software.commercialNames().size())
                        .boxed()
                        .flatMap(i -> Stream.concat(
                                Stream.of(nil(software, i, all)), i == 0 ? Stream.of() : acts(dossier, software, i))))
                .toList();
    }

    private static DeclaredFinding nil(LogicielUtilisateur software, int index, List<Nil> all) {
        CommercialName name = software.commercialNames().get(index);
        boolean shared = all.stream()
                        .filter(one -> name.nil().filter(one::equals).isPresent())
                        .count()
                > 1;
        return DeclaredFinding.judge(
                CARD,
                name.nil().isPresent() && !shared,
                software.path() + ".commercialNames[" + index + "].nil",
                OWN_NIL.with(name.name()),
                shared ? SHARED_NIL : name.nil().isPresent() ? GIVEN : NO_NIL);
    }

    private static Stream<DeclaredFinding> acts(Dossier dossier, LogicielUtilisateur software, int index) {
        CommercialName name = software.commercialNames().get(index);
        Component alone = software.soldAs(new Product(software.version(), List.of(name)));
        Dossier underThatName = new Dossier(dossier.declaration().withComponent(alone), dossier.day());
        return Obligations.of(underThatName).stream()
                .filter(obligation -> obligation.kind() == Obligation.Kind.HOMOLOGATION)
                .filter(obligation -> obligation.component().equals(software.id()))
                .map(obligation -> act(software, index, obligation));
    }

    private static DeclaredFinding act(LogicielUtilisateur software, int index, Obligation obligation) {
        CommercialName name = software.commercialNames().get(index);
        String place = CndaAct.place(software, index);
        Text expected = OWN_ACT.with(obligation.title(), name.name());
        if (obligation.doubt().isPresent()) {
            return DeclaredFinding.review(
                    CARD,
                    place,
                    expected,
                    obligation.found(),
                    obligation.doubt().get());
        }
        boolean shared = CndaAct.of(software).stream()
                .filter(act -> act.path().startsWith(place + "."))
                .filter(act ->
                        obligation.service().filter(act.service()::equals).isPresent())
                .anyMatch(act -> CndaAct.of(software).stream()
                        .anyMatch(other -> other.service() == act.service()
                                && !other.path().equals(act.path())
                                && other.sharesNumberWith(act)));
        return DeclaredFinding.judge(
                CARD,
                obligation.state() == Obligation.State.HELD && !shared,
                place,
                expected,
                shared ? SHARED_NUMBER : obligation.found());
    }
}
