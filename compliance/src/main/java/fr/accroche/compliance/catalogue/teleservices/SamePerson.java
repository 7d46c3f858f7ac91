package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** LPS-05: The person in the assertion is the person in the API token. */
public final class SamePerson implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "LPS-05",
                    Phase.BUSINESS,
                    Likeness.simplified(
                            Text.of(
                                    "déduit : le jeton d'API porte SubjectNameID ; que le téléservice le compare n'est pas public",
                                    "inferred: the API token has SubjectNameID; that the téléservice compares it is not public"),
                            Basis.of(PublicSource.ANS_PROXY)),
                    Text.of(
                            "La personne de l'assertion est celle du jeton d'API.",
                            "The person in the assertion is the person in the API token."),
                    Citation.standard("SAML 2.0 Core §2.4.1; docs/sources.md, ANS proxy (SubjectNameID)"),
                    Text.of(
                            "Mettre dans NameID l'identifiant du professionnel connecté à PSC ({expected}), et non {observed}.",
                            "Put in NameID the identifier of the professional logged in at PSC ({expected}), not {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "L'Assertion PS n'est pas signée en mode PSC : seul son rapprochement avec le jeton empêche d'y écrire un autre nom. C'est aussi ce qui arrête un LPS qui réutilise l'assertion du professionnel précédent.",
                            "In PSC mode the Assertion PS is not signed: only its match with the token keeps another name from being written there. It also stops an LPS that reuses the previous professional's assertion."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.atTeleservices()
                .flatMap(hop -> CARD.compare(hop, hop.fact(Fact.TOKEN_PERSON), hop.fact(Fact.ASSERTION_PERSON)))
                .toList();
    }
}
