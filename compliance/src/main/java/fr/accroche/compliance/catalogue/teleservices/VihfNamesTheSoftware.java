package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.CommercialName;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
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
import java.util.stream.Stream;

/** LPS-02: The VIHF has LPS_Nom, LPS_Version and LPS_ID_HOMOLOGATION_DMP; name and version are those of the declared product. */
public final class VihfNamesTheSoftware implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "LPS-02",
                    Phase.BUSINESS,
                    Likeness.simplified(
                            Text.of(
                                    "les attributs sont publics ; le registre du vrai DMP est ici la déclaration",
                                    "the attributes are public; the real DMP's register is the declaration here"),
                            Basis.of(PublicSource.WEBINAR, PublicSource.DMP_AND_INSI_SAMPLES)),
                    Text.of(
                            "Le VIHF porte LPS_Nom, LPS_Version et LPS_ID_HOMOLOGATION_DMP ; nom et version sont ceux du produit déclaré.",
                            "The VIHF has LPS_Nom, LPS_Version and LPS_ID_HOMOLOGATION_DMP; name and version are those of the declared product."),
                    Citation.webinar(
                            "annexe, requête métier",
                            "Exemple pour le DMP : `<saml2:Attribute Name=\"LPS_*)>` dans le VIHF"),
                    Text.of(
                            "Mettre {expected} dans le VIHF au lieu de {observed} : le nom et la version que le logiciel affiche, le numéro reçu du CNDA.",
                            "Put {expected} in the VIHF instead of {observed}: the name and version that the software displays, the number received from the CNDA."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "C'est à ces attributs que le DMP reconnaît le logiciel homologué. Une version écrite en dur, oubliée à la mise à jour, impute ses actes à une version qui ne les a pas faits, ou le fait prendre pour un inconnu.",
                            "By these attributes the DMP recognises the homologated software. A hard-coded version, forgotten at an update, puts its acts down to a version that did not do them, or has it taken for a stranger."));

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
        return trial.atTeleservices()
                .filter(hop -> hop.value(Fact.ASSERTION_KIND).orElse("").equals("VIHF"))
                .flatMap(hop -> trial.operation(hop).stream()
                        .flatMap(operation ->
                                check(trial, hop, trial.declaration().lps(operation))))
                .toList();
    }

    private static Stream<Finding> check(Trial trial, Hop hop, LogicielUtilisateur lps) {
        List<String> names =
                lps.commercialNames().stream().map(CommercialName::name).toList();
        Observed name = hop.fact(Fact.LPS_NAME).orElse(new Observed("", "VIHF/LPS_Nom"));
        Observed version = hop.fact(Fact.LPS_VERSION).orElse(new Observed("", "VIHF/LPS_Version"));
        boolean numbered = !hop.value(Fact.LPS_NUMBER).orElse("").isEmpty();
        String path = "components." + lps.id();
        return Stream.of(
                CARD.judge(
                        hop,
                        names.contains(name.value()),
                        new Observed(
                                String.join(" | ", names),
                                trial.declaration().lines().at(path + ".commercialNames")),
                        name),
                CARD.compare(
                        hop,
                        new Observed(lps.version(), trial.declaration().lines().at(path + ".version")),
                        version),
                CARD.judge(
                        hop,
                        numbered,
                        new Observed(
                                "LPS_ID_HOMOLOGATION_DMP",
                                trial.declaration().lines().at(path + ".homologations.DMP")),
                        hop.fact(Fact.LPS_NUMBER).orElse(new Observed("", "VIHF/LPS_ID_HOMOLOGATION_DMP"))));
    }
}
