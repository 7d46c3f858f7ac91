package fr.accroche.compliance.catalogue.teleservices;

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

/** LPS-03: For INSi and ON, ContexteLPS/LPS/IDAM is there and filled in. */
public final class IdamIsFilledIn implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "LPS-03",
                    Phase.BUSINESS,
                    Likeness.exact(
                            Text.of(
                                    "la place et la faute sont publiques, la forme d'un numéro ne l'est pas",
                                    "the place and the fault are public, the form of a number is not"),
                            Basis.of(PublicSource.WEBINAR, PublicSource.DMP_AND_INSI_SAMPLES)),
                    Text.of(
                            "Pour INSi et ON, ContexteLPS/LPS/IDAM est présent et rempli.",
                            "For INSi and ON, ContexteLPS/LPS/IDAM is there and filled in."),
                    Citation.webinar(
                            "annexe, requête métier", "Exemple pour INSi et ON : `<urn1:LPS>` dans l'Assertion PS"),
                    Text.of(
                            "Écrire le numéro de certification du LPS dans ContexteLPS/LPS/IDAM de l'en-tête SOAP.",
                            "Write the LPS's certification number in ContexteLPS/LPS/IDAM of the SOAP header."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Le schéma XML rend ce bloc facultatif : une validation XSD laisse passer l'oubli, que le téléservice refuse ensuite. Le bloc est dans l'en-tête SOAP, à côté de wsse:Security, et non dans l'assertion, quoi qu'en dise l'exemple du webinaire.",
                            "The XML schema makes this block optional: XSD validation lets the omission through, and the téléservice refuses it afterwards. The block is in the SOAP header, beside wsse:Security, and not in the assertion, whatever the webinar's example says."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.declaration().teleservices().stream().anyMatch(service -> service != Teleservice.DMP);
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.atTeleservices()
                .filter(hop -> trial.teleservice(hop)
                        .filter(service -> service != Teleservice.DMP)
                        .isPresent())
                .filter(hop -> hop.fact(Fact.ASSERTION_KIND).isPresent())
                .map(hop -> {
                    Observed number = hop.fact(Fact.LPS_NUMBER).orElse(new Observed("", "SOAP/ContexteLPS/LPS/IDAM"));
                    return CARD.judge(hop, !number.value().isEmpty(), expected(trial, hop), number);
                })
                .toList();
    }

    private static Observed expected(Trial trial, Hop hop) {
        String where = trial.operation(hop)
                .flatMap(operation -> trial.teleservice(hop)
                        .map(service -> trial.declaration()
                                .lines()
                                .at("components." + operation.lps() + ".homologations." + service.label())))
                .orElse("SOAP/ContexteLPS");
        return new Observed("IDAM", where);
    }
}
