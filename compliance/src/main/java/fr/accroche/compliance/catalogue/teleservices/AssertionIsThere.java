package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.InsiChoices;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
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

/** LPS-01: Every request to DMP, INSi or ON carries its SAML assertion. */
public final class AssertionIsThere implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "LPS-01",
                    Phase.BUSINESS,
                    Likeness.exact(
                            Text.of("le contrôle existant des téléservices", "the existing check of the téléservices"),
                            Basis.of(PublicSource.WEBINAR, PublicSource.DMP_AND_INSI_SAMPLES)),
                    Text.of(
                            "Chaque requête vers DMP, INSi ou ON porte son assertion SAML.",
                            "Every request to DMP, INSi or ON carries its SAML assertion."),
                    Citation.webinar(
                            "annexe, double niveau de contrôle",
                            "basé sur la vérification de l'assertion SAML pour chaque requête, réalisée par le serveur métier du service."),
                    Text.of(
                            "Ajouter l'assertion ({expected}) dans l'en-tête wsse:Security de la requête SOAP.",
                            "Add the assertion ({expected}) to the wsse:Security header of the SOAP request."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Le jeton d'API dit quel logiciel et quel professionnel appellent ; l'assertion dit à quel titre : secteur, rôle ou spécialité et, pour le DMP, quel patient. Le contrôle de l'API Credential s'ajoute à celui-là, sans le remplacer.",
                            "The API token says which software and which professional call; the assertion says in what capacity: sector, role or speciality and, for the DMP, which patient. The API Credential's control is added to this one and does not replace it."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.atTeleservices()
                .filter(hop -> !isWithoutAssertion(trial, hop))
                .flatMap(hop -> CARD.compare(
                        hop, trial.teleservice(hop).map(AssertionIsThere::expected), hop.fact(Fact.ASSERTION_KIND)))
                .toList();
    }

    /** INSi in mTLS mode, where the structure's certificate speaks: LPS-10 wants no assertion there. */
    private static boolean isWithoutAssertion(Trial trial, Hop hop) {
        return trial.teleservice(hop).filter(Teleservice.INSI::equals).isPresent()
                && trial.declaration().settings().teleservices().insi().authentication()
                        == InsiChoices.Authentication.MTLS;
    }

    private static Observed expected(Teleservice service) {
        return service == Teleservice.DMP ? new Observed("VIHF", "DMP") : new Observed("ASSERTION_PS", service.label());
    }
}
