package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.compliance.declaration.Teleservice;
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
import java.util.function.Function;
import java.util.stream.Stream;

/** LPS-08: The VIHF has its attributes, each in its form, and names the patient of the request, by an INS of the environment. */
public final class VihfIsWellShaped implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "LPS-08",
                    Phase.BUSINESS,
                    Likeness.simplified(
                            Text.of(
                                    "formes et valeurs des exemples publics ; ce que le vrai DMP en refuse n'est pas public",
                                    "shapes and values of the public samples; which of them the real DMP refuses is not public"),
                            Basis.of(PublicSource.DMP_AND_INSI_SAMPLES, PublicSource.NOS)),
                    Text.of(
                            "Le VIHF porte ses attributs, chacun dans sa forme, et nomme le patient de la requête par un INS de l'environnement.",
                            "The VIHF has its attributes, each in its form, and names the request's patient by an INS of the environment."),
                    Citation.standard("SAML 2.0 Core §2.7.3; docs/sources.md, DMP and INSi samples"),
                    Text.of(
                            "Corriger cet attribut du VIHF, puis signer : attendu {expected}, trouvé {observed}.",
                            "Correct this attribute of the VIHF, then sign it: expected {expected}, found {observed}."),
                    Owner.EDITEUR_LPS)
            .because(
                    Text.of(
                            "Le DMP lit dans le VIHF qui demande, à quel titre et pour quel patient. Un attribut absent ou mal formé fait refuser la requête ; un patient qui n'est pas celui du corps peut ouvrir le dossier d'un autre. L'OID que rend INSi en test n'est pas celui que prend le DMP de test.",
                            "The DMP reads in the VIHF who asks, in what capacity, and for which patient. An attribute that is missing or malformed gets the request refused; a patient who is not the body's may open another's record. The OID that INSi gives in test is not the one that the test DMP takes."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.declaration().teleservices().contains(Teleservice.DMP);
    }

    @Override
    public List<Finding> check(Trial trial) {
        DmpChoices choices = trial.declaration().settings().teleservices().dmp();
        return trial.atTeleservices()
                .filter(hop -> hop.value(Fact.ASSERTION_KIND).orElse("").equals("VIHF"))
                .flatMap(hop -> Stream.of(
                                VihfAttributes.check(CARD, hop, choices),
                                VihfCodes.check(CARD, hop, choices),
                                VihfPatient.check(CARD, hop, trial.declaration().environment()))
                        .flatMap(Function.identity()))
                .toList();
    }
}
