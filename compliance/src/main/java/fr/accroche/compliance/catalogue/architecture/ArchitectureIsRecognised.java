package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Recognition;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;

/**
 * ARC-08: the declaration is one of the architectures that the webinar shows. There is nothing to recognise as long as a
 * component has no place in it: ARC-07 and ARC-09 say so first.
 */
public final class ArchitectureIsRecognised implements DeclaredRule {

    private static final Text EXPECTED =
            Text.of("l'une des architectures du webinaire", "one of the webinar's architectures");
    private static final RuleCard CARD = RuleCard.info(
                    "ARC-08",
                    Text.of(
                            "La déclaration est l'une des cinq architectures du webinaire.",
                            "The declaration is one of the webinar's five architectures."),
                    Citation.webinar(
                            "« Les types d'architecture… »",
                            "Ces schémas illustrent les différentes architectures possibles selon l'acteur responsable de l'édition des composants."),
                    Text.of(
                            "Demander à l'ANS et au CNDA le parcours de cette architecture avant d'y travailler : {observed}.",
                            "Ask ANS and the CNDA for the path of this architecture before working on it: {observed}."),
                    Owner.MANDATAIRE,
                    Owner.GUICHET)
            .because(
                    Text.of(
                            "Le parcours décrit par le webinaire dépend de l'architecture : hors des cinq, aucun texte ne le dit.",
                            "The path that the webinar describes depends on the architecture: outside the five, no text tells it."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        boolean whole =
                dossier.nonAutonomes().stream().allMatch(addOn -> NonAutonomeIsIntegrated.integrated(dossier, addOn))
                        && ComponentIsInterfaced.outside(dossier).isEmpty();
        if (!whole) {
            return List.of();
        }
        Recognition recognition = Recognition.of(dossier);
        Text observed = recognition
                .architecture()
                .map(one -> Text.of("{0} : {1}", "{0}: {1}").with(one.title(), recognition.why()))
                .orElse(recognition.why());
        return List.of(
                DeclaredFinding.judge(CARD, recognition.architecture().isPresent(), "components", EXPECTED, observed));
    }
}
