package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ComposantAdditionnel;
import fr.accroche.compliance.declaration.ComposantAdditionnel.Autonome;
import fr.accroche.compliance.declaration.ComposantAdditionnel.CndaName;
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

/** ARC-10: the CNDA's name of an add-on is the one that goes with the ANS's. */
public final class BothNames implements DeclaredRule {

    private static final Text AUTONOME =
            Text.verbatim("composant additionnel autonome (ANS) = application métier (CNDA)");
    private static final Text NON_AUTONOME = Text.of(
            "composant additionnel non autonome (ANS) = application ou connecteur EAI (CNDA, pour le DMP), moteur à IHM masquée (CNDA, pour l'INSi et l'ON)",
            "composant additionnel non autonome (ANS) = application or connecteur EAI (CNDA, for the DMP), moteur à IHM masquée (CNDA, for INSi and ON)");
    private static final RuleCard CARD = RuleCard.info(
                    "ARC-10",
                    Text.of(
                            "Le nom que le CNDA donne à un composant additionnel correspond à celui de l'ANS.",
                            "The name that the CNDA gives an add-on goes with the ANS's."),
                    Citation.webinar(
                            "« Terminologies Ségur & CNDA »",
                            "Le programme Ségur (ANS) et le CNDA utilise un vocabulaire différent pour désigner des types de logiciel."),
                    Text.of(
                            "Corriger cndaName, type ou functions : {expected} ; trouvé : {observed}.",
                            "Correct cndaName, type or functions: {expected}; found: {observed}."),
                    Owner.EDITEUR_ADDITIONNEL,
                    Owner.EDITEUR_LPS)
            .because(Text.of(
                    "Sous un autre nom, la demande au CNDA part sur le plan de test d'un autre type de logiciel.",
                    "Under another name, the request at the CNDA takes the test plan of another type of software."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.declaration()
                .all(ComposantAdditionnel.class)
                .flatMap(BothNames::check)
                .toList();
    }

    private static Stream<DeclaredFinding> check(ComposantAdditionnel addOn) {
        List<CndaName> fitting = fitting(addOn);
        return addOn.cndaName().filter(name -> !fitting.isEmpty()).stream()
                .map(name -> DeclaredFinding.judge(
                        CARD,
                        fitting.contains(name),
                        addOn.path() + ".cndaName",
                        addOn instanceof Autonome ? AUTONOME : NON_AUTONOME,
                        Text.of("{0}, pour {1}", "{0}, for {1}")
                                .with(
                                        words(name),
                                        addOn.functions().stream()
                                                .map(Teleservice::label)
                                                .collect(Collectors.joining(", ")))));
    }

    /** None where the annex names none: a non autonome for MSSanté alone. */
    private static List<CndaName> fitting(ComposantAdditionnel addOn) {
        return addOn instanceof Autonome
                ? List.of(CndaName.APPLICATION_METIER)
                : addOn.functions().stream()
                        .filter(Teleservice.HOMOLOGATED::contains)
                        .map(service -> service == Teleservice.DMP ? CndaName.EAI : CndaName.MOTEUR_IHM_MASQUEE)
                        .distinct()
                        .toList();
    }

    private static String words(CndaName name) {
        return switch (name) {
            case EAI -> "application ou connecteur EAI";
            case MOTEUR_IHM_MASQUEE -> "moteur à IHM masquée";
            case APPLICATION_METIER -> "application métier";
        };
    }
}
