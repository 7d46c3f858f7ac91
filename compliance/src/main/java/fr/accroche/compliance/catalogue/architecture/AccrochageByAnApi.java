package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ComposantPrincipal;
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

/** PMT-04: the first authentication went through an API PSC of DMP, INSi or ON that this client_id calls. */
public final class AccrochageByAnApi implements DeclaredRule {

    private static final Text NONE = Text.of(
            "aucune : ce client_id n'appelle ni le DMP, ni l'INSi, ni l'ON",
            "none: this client_id calls neither DMP, nor INSi, nor ON");
    private static final RuleCard CARD = RuleCard.info(
                    "PMT-04",
                    Text.of(
                            "L'accrochage est une authentification par une API PSC du DMP, de l'INSi ou de l'ON, que ce client_id appelle.",
                            "The accrochage is an authentication through an API PSC of DMP, INSi or ON that this client_id calls."),
                    Citation.webinar(
                            "« Prérequis de maturité technique »",
                            "tests d'accrochage, notamment sur les API PSC des services DMP, INSi ou ON."),
                    Text.of(
                            "Réaliser une première authentification par une autre API PSC, ou corriger firstApi : attendu {expected}, trouvé {observed}.",
                            "Make a first authentication through another API PSC, or correct firstApi: expected {expected}, found {observed}."),
                    Owner.EDITEUR_LPS)
            .because(Text.of(
                    "Une autre API ne prouve rien du chemin que les appels au CNDA prendront.",
                    "Another API proves nothing of the way that the calls to the CNDA will take."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return Accrochage.all(dossier)
                .filter(one -> !outsideSolutions(dossier, one))
                .flatMap(one -> one.pmt().firstApi().map(api -> judge(dossier, one, api)).stream())
                .toList();
    }

    /** A composant principal of no solution calls nothing: ARC-01 says so. */
    private static boolean outsideSolutions(Dossier dossier, Accrochage one) {
        return dossier.declaration().lps(one.operation()) instanceof ComposantPrincipal lps
                && dossier.solutionsOf(lps).isEmpty();
    }

    private static DeclaredFinding judge(Dossier dossier, Accrochage one, Teleservice api) {
        List<Teleservice> called = dossier.declaration().teleservices(one.operation()).stream()
                .filter(Teleservice.HOMOLOGATED::contains)
                .toList();
        return DeclaredFinding.judge(
                CARD,
                called.contains(api),
                one.path() + ".firstApi",
                called.isEmpty()
                        ? NONE
                        : Text.of("une API PSC parmi : {0}", "an API PSC among: {0}")
                                .with(called.stream().map(Teleservice::label).collect(Collectors.joining(", "))),
                Text.verbatim(api.label()));
    }
}
